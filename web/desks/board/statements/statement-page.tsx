import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BoardStatement, type BoardStatementQuery } from '../../../generated/operations';
import { Moment, Money } from '../../kit/figures';
import { Page } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Figures } from '../parts/figures-list';
import { NodeShown } from '../parts/node-shown';
import { Part } from '../parts/part';
import { State } from '../parts/state';
import { StatementActs } from './statement-acts';
import { StatementLines } from './statement-lines';

export type StatementShown = Extract<
  NonNullable<BoardStatementQuery['node']>,
  { lines: unknown; month: unknown }
>;

/** What an operator states of a month: one of the foundation checks it, another one pays it. */
export function StatementPage() {
  const { id = '' } = useParams();
  const read = useRead(BoardStatement, { id });
  return (
    <NodeShown read={read} has="month">
      {(node) => <Stated statement={node} again={read.again} />}
    </NodeShown>
  );
}

function Stated(props: { readonly statement: StatementShown; readonly again: () => void }) {
  const { statement, again } = props;
  const { t } = useTranslation();
  const { store, month, number, state, total, issuedBy, issuedAt, checkedBy, checkedAt } =
    statement;
  return (
    <Page
      title={t('board.stated', { store: store.name, month, number })}
      actions={<State words="board.stated." of={state} />}
    >
      <Figures
        of={[
          { name: t('board.stated.operator'), value: store.operator.name },
          { name: t('board.total'), value: <Money of={total} /> },
          ...(issuedBy ? [{ name: t('board.stated.issued'), value: issuedBy.name }] : []),
          { name: t('board.stated.issued-at'), value: <Moment of={issuedAt} /> },
          ...(checkedAt
            ? [
                { name: t('board.stated.checked'), value: checkedBy?.name ?? '—' },
                { name: t('board.stated.checked-at'), value: <Moment of={checkedAt} /> },
              ]
            : []),
        ]}
      />
      {statement.settledAt && (
        <Alert role="note" type="success" title={t('board.stated.settled')} />
      )}
      <StatementActs statement={statement} again={again} />
      <Part title={t('board.stated.lines')}>
        <StatementLines statement={statement} again={again} />
      </Part>
    </Page>
  );
}
