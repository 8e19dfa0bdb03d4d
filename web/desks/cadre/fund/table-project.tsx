import { useTranslation } from 'react-i18next';
import { CadreBodies, CadreTable } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { found } from '../../kit/found';
import { type Row, type RowColumn, RowsInput } from '../../kit/rows-input';
import { useWhole } from '../../kit/use-whole';
import type { Stage } from './project';

const EXECUTORS = ['RESIDENTS_COMMITTEE', 'SELF_ORGANISATION', 'SOCIAL_ORGANISATION'];

const cny = (row: Row) => ({ ...row, amount: { amount: row.amount ?? '', currency: 'CNY' } });

/** The rest of a cost that residents do not raise: in fen, so that nothing is lost. */
function askedOf(cost: string, selfRaised: string): string {
  const fen = (amount: string) => BigInt(amount.replace('.', ''));
  const rest = String(fen(cost) - fen(selfRaised)).padStart(3, '0');
  return `${rest.slice(0, -2)}.${rest.slice(-2)}`;
}

/** Puts a project before the council: who carries it out, for what, and in which parts. */
export function TableProject({ project, again }: Stage) {
  const { t } = useTranslation();
  const { id, fund, description, cost, selfRaised } = project;
  const { data: organisations } = useWhole(
    CadreBodies,
    fund?.place ? [{ place: fund.place.id, kind: null }] : [],
    ({ node }) => found(node)?.organisations,
  );
  const executors = (organisations ?? [])
    .filter(({ kind }) => EXECUTORS.includes(kind))
    .map((each) => ({ value: each.id, label: each.name }));
  const amount = askedOf(cost.amount, selfRaised.amount);
  const budget: RowColumn[] = [
    { name: 'label', label: t('cadre.table.label'), kind: 'line' },
    { name: 'amount', label: t('cadre.amount'), kind: 'money' },
  ];
  const tranches: RowColumn[] = [
    { name: 'milestone', label: t('cadre.table.milestone'), kind: 'line' },
    { name: 'amount', label: t('cadre.amount'), kind: 'money' },
    { name: 'dueOn', label: t('cadre.table.due-on'), kind: 'day' },
  ];
  return (
    <ActButton
      document={CadreTable}
      title={t('cadre.table')}
      go={t('cadre.table')}
      button={{ size: 'small' }}
      given={{ projectId: id }}
      effect={t('cadre.table.effect', { amount })}
      onDone={again}
      shape={(input) => ({
        ...input,
        budget: (input.budget as Row[]).map(cny),
        tranches: (input.tranches as Row[]).map(cny),
      })}
      fields={[
        {
          ...{ name: 'executorId', kind: 'choice', label: t('cadre.executor') },
          options: executors,
        },
        { name: 'text', kind: 'text', label: t('cadre.table.text'), first: description },
        {
          ...{ name: 'budget', kind: 'own', label: t('cadre.table.budget'), first: [{ amount }] },
          control: <RowsInput columns={budget} more={t('cadre.table.more')} />,
        },
        {
          ...{ name: 'tranches', kind: 'own', label: t('cadre.table.tranches') },
          first: [{ amount }],
          control: <RowsInput columns={tranches} more={t('cadre.table.more')} />,
        },
      ]}
    />
  );
}
