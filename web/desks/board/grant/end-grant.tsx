import { useTranslation } from 'react-i18next';
import { BoardCancelGrant, BoardReturnUnspent } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Effect } from '../parts/effect';
import { useHolds } from '../parts/foundations';
import type { GrantShown } from './grant-page';

/** Money that came back is entered; the chair ends a grant before its time. */
export function EndGrant({ grant, again }: { readonly grant: GrantShown; again: () => void }) {
  const { t } = useTranslation();
  const { id } = grant.pool.foundation;
  const isChair = useHolds(id, 'CHAIR');
  const keepsMoney = useHolds(id, 'SECRETARY', 'TREASURER');
  const { currency } = grant.pool;
  return (
    <div className="board-acts no-print">
      {keepsMoney && BigInt(grant.paid.minor) > 0n && (
        <ActButton
          document={BoardReturnUnspent}
          title={t('board.grant.return')}
          keyed
          go={t('board.grant.return.go')}
          given={{ grantId: grant.id }}
          effect={t('board.grant.return.effect', { pool: grant.pool.name })}
          fields={[{ name: 'amount', kind: 'money', label: t('board.amount') }]}
          shape={({ amount }) => ({ amount: { ...(amount as object), currency } })}
          onDone={again}
        />
      )}
      {isChair && grant.state === 'ACTIVE' && (
        <ActButton
          document={BoardCancelGrant}
          title={t('board.grant.cancel')}
          danger
          go={t('board.grant.cancel')}
          given={{ grantId: grant.id }}
          effect={
            <Effect
              says={t('board.grant.cancel.effect', { pool: grant.pool.name })}
              from={t('board.grant.committed')}
              before={grant.committed}
              moves={grant.committed}
            />
          }
          fields={[{ name: 'reason', kind: 'text', label: t('board.reason') }]}
          onDone={again}
        />
      )}
    </div>
  );
}
