import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import {
  BoardApproveRefund,
  BoardDeclineRefund,
  BoardRefund,
  type BoardRefundQuery,
} from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { ActButton } from '../../kit/act-form';
import { Moment, Money } from '../../kit/figures';
import { Page } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Effect } from '../parts/effect';
import { Figures } from '../parts/figures-list';
import { useHolds } from '../parts/foundations';
import { NodeShown } from '../parts/node-shown';
import { Part } from '../parts/part';
import { State } from '../parts/state';
import { PoolPicture } from '../pools/pool-picture';

type Refund = Extract<NonNullable<BoardRefundQuery['node']>, { origin: unknown }>;

/** What of a gift goes back, beside the gift and its pool: one asked, another checks. */
export function RefundPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(BoardRefund, { id });
  return (
    <NodeShown read={read} has="origin">
      {(node) => {
        const { amount, state, reason, donation, maker, requestedAt, checker } = node;
        const who = (name: string | null | undefined) => name ?? '—';
        return (
          <Page
            title={t('board.refund', { name: donation.giverName ?? t('board.gift.unnamed') })}
            actions={<State words="board.refund." of={state} />}
          >
            <p className="board-text">{reason}</p>
            <Figures
              of={[
                { name: t('board.amount'), value: <Money of={amount} /> },
                { name: t('board.gift.amount'), value: <Money of={donation.amount} /> },
                { name: t('board.gift.refunded'), value: <Money of={donation.refunded} /> },
                { name: t('board.maker'), value: who(maker?.name) },
                { name: t('board.checker'), value: who(checker?.name) },
                { name: t('board.requested'), value: <Moment of={requestedAt} /> },
              ]}
            />
            {node.declinedBecause && (
              <Alert role="note" type="warning" title={node.declinedBecause} />
            )}
            <Link to={`/board/gifts/${donation.id}`}>{t('board.refund.gift')}</Link>
            <Check refund={node} again={read.again} />
            <Part title={donation.pool.name}>
              <PoolPicture pool={donation.pool} />
            </Part>
          </Page>
        );
      }}
    </NodeShown>
  );
}

/** Let it go or say no; who asked for it may do neither. */
function Check({ refund, again }: { readonly refund: Refund; readonly again: () => void }) {
  const { t } = useTranslation();
  const { person } = useMe();
  const { donation } = refund;
  const isChecker = useHolds(donation.foundation.id, 'CHAIR', 'TREASURER');
  if (refund.state !== 'REQUESTED') return null;
  if (refund.maker?.id === person.id)
    return <Alert role="note" type="info" title={t('board.refund.own')} />;
  if (!isChecker) return <Alert role="note" type="info" title={t('board.refund.for-checker')} />;
  return (
    <div className="board-acts">
      <ActButton
        document={BoardApproveRefund}
        title={t('board.refund.approve')}
        button={{ type: 'primary' }}
        go={t('board.refund.approve')}
        given={{ refundId: refund.id }}
        effect={
          <Effect
            says={t('board.refund.approve.effect', { name: donation.giverName ?? '' })}
            from={t('board.pool.available')}
            before={donation.pool.available}
            moves={refund.amount}
          />
        }
        onDone={again}
      />
      <ActButton
        document={BoardDeclineRefund}
        title={t('board.refund.decline')}
        danger
        go={t('board.refund.decline')}
        given={{ refundId: refund.id }}
        effect={t('board.refund.decline.effect', { name: refund.maker?.name ?? '—' })}
        fields={[{ name: 'reason', kind: 'text', label: t('board.reason') }]}
        onDone={again}
      />
    </div>
  );
}
