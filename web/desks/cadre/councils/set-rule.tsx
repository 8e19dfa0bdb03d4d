import { useTranslation } from 'react-i18next';
import { CadreSetRule } from '../../../generated/operations';
import type { ActField } from '../../kit/act-field';
import { ActButton } from '../../kit/act-form';
import { useWhere } from '../where';
import type { OfCouncil } from './council';

const NUMBERS = [
  ...(['minSeats', 'seatsPerGroup', 'cadrePercent', 'termYears', 'coSigners'] as const),
  ...(['screeningDays', 'noticeDays', 'lapseDays'] as const),
];
const SILENCES = ['ADMITS', 'RETURNS'] as const;

/** Sets what a council follows from now on: as it is, until somebody writes something else. */
export function SetRule({ council, again }: OfCouncil) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { id, rule, dissolvedAt } = council;
  if (!rule || dissolvedAt || !holds('OFFICER')) return null;
  const { quorum, passesWithMoreThan: passes } = rule;
  const number = (name: string, label: string, first: number): ActField => ({
    ...{ name, kind: 'whole', label, first: String(first) },
  });
  return (
    <ActButton
      document={CadreSetRule}
      title={t('cadre.set-rule')}
      go={t('cadre.set-rule')}
      given={{ councilId: id }}
      effect={t('cadre.set-rule.effect', { name: council.name })}
      danger
      onDone={again}
      shape={({ quorumParts, quorumOf, passesParts, passesOf, ...others }) => ({
        ...others,
        quorum: { parts: quorumParts, of: quorumOf },
        passesWithMoreThan: { parts: passesParts, of: passesOf },
      })}
      fields={[
        ...NUMBERS.map((name) => number(name, t(`cadre.set-rule.${name}`), rule[name])),
        number('quorumParts', t('cadre.set-rule.quorum'), quorum.parts),
        number('quorumOf', t('cadre.set-rule.quorum.of'), quorum.of),
        number('passesParts', t('cadre.set-rule.passes'), passes.parts),
        number('passesOf', t('cadre.set-rule.passes.of'), passes.of),
        {
          ...{ name: 'silence', kind: 'choice', label: t('cadre.set-rule.silence') },
          options: SILENCES.map((each) => ({ value: each, label: t(`cadre.silence.${each}`) })),
          first: rule.silence,
        },
        {
          ...{ name: 'rollCall', kind: 'yes', label: t('cadre.by-name'), first: rule.rollCall },
        },
      ]}
    />
  );
}
