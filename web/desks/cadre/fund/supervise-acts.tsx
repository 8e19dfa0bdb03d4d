import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CadreEvaluate, CadreSettleVisit, CadreVisit } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import { useWhere } from '../where';
import type { Stage } from './project';

/** Points that people give. */
export const POINTS = [1, 2, 3, 4, 5].map((n) => ({ value: n, label: String(n) }));
const SMALL = { size: 'small' as const };

/** What a supervisor found on the spot. */
export function Visit({ project, again }: Stage) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  if (!holds('SUPERVISOR', 'AUDITOR')) return null;
  return (
    <ActButton
      document={CadreVisit}
      title={t('cadre.visit')}
      go={t('cadre.visit.go')}
      button={SMALL}
      given={{ projectId: project.id }}
      onDone={again}
      fields={[
        {
          ...{ name: 'visitedOn', kind: 'day', label: t('cadre.visit.on') },
          first: localOf(new Date()).slice(0, 10),
        },
        { name: 'found', kind: 'text', label: t('cadre.visit.found') },
        { name: 'toPutRight', kind: 'yes', label: t('cadre.visit.to-put-right'), first: false },
      ]}
    />
  );
}

/** How each finding that is open was put right. */
export function SettleVisits({ project, again }: Stage): ReactNode {
  const { t } = useTranslation();
  const open = project.visits.edges.map(({ node }) => node);
  return open
    .filter(({ toPutRight, settledAt }) => toPutRight && settledAt === null)
    .map((visit) => (
      <ActButton
        key={visit.id}
        document={CadreSettleVisit}
        title={t('cadre.visit.settle')}
        go={t('cadre.visit.settle')}
        button={SMALL}
        given={{ visitId: visit.id }}
        effect={visit.found}
        onDone={again}
        fields={[{ name: 'putRight', kind: 'text', label: t('cadre.visit.put-right') }]}
      />
    ));
}

/** Points in each dimension of the procedure. */
export function Evaluate({ project, again }: Stage) {
  const { t } = useTranslation();
  const dimensions = project.procedure?.dimensions ?? [];
  const scoresOf = (input: Readonly<Record<string, unknown>>) => ({
    ...{ remark: input.remark },
    scores: dimensions.map(({ code }) => ({ dimension: code, points: input[code] })),
  });
  return (
    <ActButton
      document={CadreEvaluate}
      title={t('cadre.evaluate')}
      go={t('cadre.evaluate')}
      button={SMALL}
      given={{ projectId: project.id }}
      onDone={again}
      shape={scoresOf}
      fields={[
        ...dimensions.map(({ code, says }) => ({
          ...{ name: code, kind: 'choice' as const, label: says, options: POINTS },
        })),
        { name: 'remark', kind: 'text', label: t('cadre.remark'), optional: true },
      ]}
    />
  );
}
