import { useTranslation } from 'react-i18next';
import { BoardDisputeLine } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Count, Money } from '../../kit/figures';
import { useHolds } from '../parts/foundations';
import { DisputeShown } from './dispute';
import type { StatementShown } from './statement-page';

interface Props {
  readonly statement: StatementShown;
  readonly again: () => void;
}

/** The lines of a statement; each may be disputed while nobody has accepted it. */
export function StatementLines({ statement, again }: Props) {
  const { t } = useTranslation();
  const { pool } = statement.store;
  const mayDispute =
    useHolds(pool.foundation.id, 'CHAIR', 'SECRETARY') && statement.state === 'ISSUED';
  return (
    <ul className="board-cards">
      {statement.lines.map(({ line, product, pieces, voided, unitCost, amount, dispute }) => (
        <li key={line} className="board-row">
          <div className="board-line">
            <strong>
              {line}. {product.name}
            </strong>
            <strong>
              <Money of={amount} />
            </strong>
          </div>
          <div className="board-line">
            <span>
              <Count of={pieces} /> × <Money of={unitCost} />
              {voided > 0 && ` · ${t('board.stated.voided', { count: voided })}`}
            </span>
            {mayDispute && !dispute && (
              <DisputeLine statementId={statement.id} line={line} again={again} />
            )}
          </div>
          {dispute && <DisputeShown dispute={dispute} pool={pool} again={again} />}
        </li>
      ))}
    </ul>
  );
}

function DisputeLine(props: {
  readonly statementId: string;
  readonly line: number;
  readonly again: () => void;
}) {
  const { statementId, line, again } = props;
  const { t } = useTranslation();
  return (
    <ActButton
      document={BoardDisputeLine}
      title={t('board.dispute.raise')}
      button={{ size: 'small' }}
      keyed
      go={t('board.dispute.raise')}
      given={{ statementId, line }}
      effect={t('board.dispute.raise.effect')}
      fields={[
        { name: 'pieces', kind: 'whole', label: t('board.dispute.pieces') },
        { name: 'reason', kind: 'text', label: t('board.reason') },
      ]}
      onDone={again}
    />
  );
}
