import { useTranslation } from 'react-i18next';
import { BoardDeclineTranche, BoardPayTranche } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Effect } from '../parts/effect';
import { less, smaller } from '../../../kit/sums';
import type { TrancheProps } from './tranche-card';

/** The checker pays what another person asked for, or says why not. */
export function CheckTranche(props: TrancheProps) {
  const { tranche, again } = props;
  const { t } = useTranslation();
  return (
    <div className="board-acts">
      <ActButton
        document={BoardPayTranche}
        title={t('board.tranche.pay')}
        button={{ type: 'primary' }}
        keyed
        go={t('board.tranche.pay.go')}
        given={{ trancheId: tranche.id }}
        effect={<Paid {...props} />}
        onDone={again}
      />
      <ActButton
        document={BoardDeclineTranche}
        title={t('board.tranche.decline')}
        danger
        go={t('board.tranche.decline')}
        given={{ trancheId: tranche.id }}
        effect={t('board.tranche.decline.effect', { name: tranche.maker?.name ?? '' })}
        fields={[{ name: 'reason', kind: 'text', label: t('board.reason') }]}
        onDone={again}
      />
    </div>
  );
}

/** Gifts for the project are used first; the rest comes out of what the pool promised. */
function Paid({ grant, tranche }: TrancheProps) {
  const { t } = useTranslation();
  const says = t('board.tranche.pay.effect', { name: grant.grantee.name, pool: grant.pool.name });
  const given = smaller(grant.givenForProject, tranche.amount);
  const rest = less(tranche.amount, given);
  return (
    <>
      {BigInt(given.minor) > 0n && (
        <Effect
          says={t('board.tranche.pay.gifts')}
          from={t('board.grant.givenForProject')}
          before={grant.givenForProject}
          moves={given}
        />
      )}
      {BigInt(rest.minor) > 0n && (
        <Effect
          says={says}
          from={t('board.grant.committed')}
          before={grant.committed}
          moves={rest}
        />
      )}
    </>
  );
}
