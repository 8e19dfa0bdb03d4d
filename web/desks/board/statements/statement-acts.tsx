import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  BoardCheckStatement,
  BoardOperatorMonth,
  BoardPayOperator,
} from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { ActButton } from '../../kit/act-form';
import { Money } from '../../kit/figures';
import { Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Effect } from '../parts/effect';
import { Figures } from '../parts/figures-list';
import { useHolds } from '../parts/foundations';
import { Part } from '../parts/part';
import type { Sum } from '../../../kit/sums';
import type { StatementShown } from './statement-page';

interface Props {
  readonly statement: StatementShown;
  readonly again: () => void;
}

const FIGURES = ['exchanged', 'unchecked', 'disputed', 'reduced', 'paid', 'payable'] as const;

/** What can be done about a statement now, and to who may not do it, why. */
export function StatementActs({ statement, again }: Props) {
  const { t } = useTranslation();
  const { person } = useMe();
  const { id } = statement.store.pool.foundation;
  const mayCheck = useHolds(id, 'CHAIR', 'SECRETARY');
  const mayPay = useHolds(id, 'TREASURER');
  if (statement.settledAt) return null;
  if (statement.state === 'ISSUED') {
    if (statement.issuedBy?.id === person.id)
      return <Alert role="note" type="info" title={t('board.stated.own')} />;
    return mayCheck ? (
      <CheckStatement statement={statement} again={again} />
    ) : (
      <Alert role="note" type="info" title={t('board.stated.for-checker')} />
    );
  }
  if (statement.checkedBy?.id === person.id)
    return <Alert role="note" type="info" title={t('board.stated.own-check')} />;
  return mayPay ? (
    <PayOperator statement={statement} again={again} />
  ) : (
    <Alert role="note" type="info" title={t('board.stated.for-payer')} />
  );
}

function CheckStatement({ statement, again }: Props) {
  const { t } = useTranslation();
  const { total, store } = statement;
  return (
    <div className="board-acts">
      <ActButton
        document={BoardCheckStatement}
        title={t('board.stated.check')}
        button={{ type: 'primary' }}
        go={t('board.stated.check')}
        given={{ statementId: statement.id }}
        effect={
          <Effect
            says={t('board.stated.check.effect', { name: store.operator.name })}
            from={t('board.pool.committed')}
            before={store.pool.committed}
            moves={total}
          />
        }
        onDone={again}
      />
    </div>
  );
}

/** The month as it stands in the books, and what would be paid now. */
function PayOperator({ statement, again }: Props) {
  const { t } = useTranslation();
  const { store, month } = statement;
  const read = useRead(BoardOperatorMonth, { storeId: store.id, month });
  const done = () => {
    read.again();
    again();
  };
  return (
    <Part title={t('board.stated.month', { month })}>
      <Shown read={read}>
        {({ node }) => {
          const figures = node && 'operatorMonth' in node ? node.operatorMonth : null;
          if (!figures) return null;
          return (
            <>
              <Figures
                of={FIGURES.map((name) => ({
                  name: t(`board.stated.${name}`),
                  value: <Money of={figures[name]} />,
                }))}
              />
              <div className="board-acts" style={{ marginBlockStart: 16 }}>
                {BigInt(figures.payable.minor) === 0n ? (
                  <Alert role="note" type="info" title={t('board.stated.nothing')} />
                ) : (
                  <PayButton statement={statement} payable={figures.payable} onDone={done} />
                )}
              </div>
            </>
          );
        }}
      </Shown>
    </Part>
  );
}

function PayButton(props: {
  readonly statement: StatementShown;
  readonly payable: Sum;
  readonly onDone: () => void;
}) {
  const { statement, payable, onDone } = props;
  const { t } = useTranslation();
  const { store, month } = statement;
  return (
    <ActButton
      document={BoardPayOperator}
      title={t('board.stated.pay')}
      button={{ type: 'primary' }}
      keyed
      go={t('board.stated.pay')}
      given={{ storeId: store.id, month }}
      effect={
        <Effect
          says={t('board.stated.pay.effect', { name: store.operator.name, pool: store.pool.name })}
          from={t('board.pool.committed')}
          before={store.pool.committed}
          moves={payable}
        />
      }
      onDone={onDone}
    />
  );
}
