import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  CadreAdvance,
  CadreArchive,
  CadreDrop,
  CadreSendBack,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import type { Stage } from './project';
import { Need } from './stands';

/** Passing the step, or sending the project back from it: for those who act there. */
export function StepActs({ project, again }: Stage) {
  const { t } = useTranslation();
  const { id, steps, standsAt } = project;
  if (!standsAt?.mine) return null;
  const next = steps.find(({ n }) => n === standsAt.n + 1);
  const { missing } = standsAt;
  const lacks = missing.length > 0 && (
    <>
      {t('cadre.missing.count', { count: missing.length })}
      <ul style={{ margin: 0 }}>
        {missing.map((each) => (
          <li key={`${each.need} ${each.document}`}>
            <Need of={each} />
          </li>
        ))}
      </ul>
    </>
  );
  const way = {
    ...{ given: { projectId: id }, onDone: again, onRefused: again },
    button: { type: missing.length === 0 ? ('primary' as const) : ('default' as const) },
  };
  const back = standsAt.plan.sendsBackTo.map((code) => ({
    ...{ value: code, label: steps.find((step) => step.code === code)?.plan.says ?? code },
  }));
  return (
    <Flex gap="small" wrap className="no-print">
      {next ? (
        <ActButton
          {...way}
          document={CadreAdvance}
          title={t('cadre.advance')}
          go={t('cadre.advance')}
          effect={lacks || t('cadre.advance.effect', { step: next.plan.says })}
        />
      ) : (
        <ActButton
          {...way}
          document={CadreArchive}
          title={t('cadre.archive.do')}
          go={t('cadre.archive.do')}
          effect={lacks || t('cadre.archive.effect')}
          danger
        />
      )}
      {back.length > 0 && (
        <ActButton
          document={CadreSendBack}
          title={t('cadre.send-back')}
          go={t('cadre.send-back')}
          given={{ projectId: id }}
          effect={t('cadre.send-back.effect')}
          onDone={again}
          fields={[
            { name: 'toStep', kind: 'choice', label: t('cadre.send-back.to'), options: back },
            { name: 'reason', kind: 'text', label: t('cadre.reason') },
          ]}
        />
      )}
    </Flex>
  );
}

/** Giving a project up, before its money was awarded. */
export function EndActs({ project, again }: Stage) {
  const { t } = useTranslation();
  const { id, standsAt, application } = project;
  if (!standsAt?.mine || application?.grant) return null;
  return (
    <ActButton
      document={CadreDrop}
      title={t('cadre.drop')}
      go={t('cadre.drop')}
      given={{ projectId: id }}
      effect={t('cadre.drop.effect')}
      danger
      onDone={again}
      fields={[{ name: 'reason', kind: 'text', label: t('cadre.reason') }]}
    />
  );
}
