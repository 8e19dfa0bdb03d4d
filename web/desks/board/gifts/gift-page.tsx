import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { BoardGift, type BoardGiftQuery, BoardRequestRefund } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Day, Money } from '../../kit/figures';
import { Page } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { EffectOfWritten } from '../parts/effect';
import { Figures } from '../parts/figures-list';
import { useHolds } from '../parts/foundations';
import { NodeShown } from '../parts/node-shown';
import { Part } from '../parts/part';
import { State } from '../parts/state';
import { less } from '../../../kit/sums';
import { Acknowledged } from './acknowledged';

type Gift = Extract<NonNullable<BoardGiftQuery['node']>, { refunds: unknown }>;

/** A gift: where it went, its entries, and what of it goes back. */
export function GiftPage() {
  const { id = '' } = useParams();
  const read = useRead(BoardGift, { id });
  return (
    <NodeShown read={read} has="refunds">
      {(node) => <GiftShown gift={node} again={read.again} />}
    </NodeShown>
  );
}

function GiftShown({ gift, again }: { readonly gift: Gift; readonly again: () => void }) {
  const { t } = useTranslation();
  const { giverName, state, amount, refunded, pool, message, refunds, entries } = gift;
  return (
    <Page
      title={giverName ?? t('board.gift.unnamed')}
      actions={<AskRefund gift={gift} again={again} />}
    >
      <div>
        <Link to={`/board/pools/${pool.id}`}>{pool.name}</Link> ·{' '}
        <State words="CHOICE_DonationState_" of={state} />
      </div>
      {message && <p className="board-text">{message}</p>}
      <Figures
        of={[
          { name: t('board.gift.amount'), value: <Money of={amount} /> },
          { name: t('board.gift.refunded'), value: <Money of={refunded} /> },
        ]}
      />
      <Part title={t('board.refunds')}>
        {refunds.length === 0 && <p>{t('board.refunds.empty')}</p>}
        <ul className="board-cards">
          {refunds.map((refund) => (
            <li key={refund.id} className="board-row">
              <div className="board-line">
                <Link to={`/board/refunds/${refund.id}`}>{refund.reason}</Link>
                <Money of={refund.amount} />
              </div>
              <State words="board.refund." of={refund.state} />
            </li>
          ))}
        </ul>
      </Part>
      <Acknowledged
        acknowledgements={gift.acknowledgements}
        foundationId={gift.foundation.id}
        again={again}
      />
      <Part title={t('board.entries')}>
        <ul className="board-cards">
          {entries.map(({ id, title, occurredAt }) => (
            <li key={id} className="board-line">
              <Link to={`/board/entries/${id}`}>{title}</Link>
              <Day of={occurredAt.slice(0, 10)} />
            </li>
          ))}
        </ul>
      </Part>
    </Page>
  );
}

/** Who keeps the money asks for a refund; a larger one waits for another person. */
function AskRefund({ gift, again }: { readonly gift: Gift; readonly again: () => void }) {
  const { t } = useTranslation();
  const mayAsk = useHolds(gift.foundation.id, 'TREASURER', 'SECRETARY');
  const left = less(gift.amount, gift.refunded);
  if (!mayAsk || gift.state !== 'PAID' || BigInt(left.minor) <= 0n) return null;
  const { currency } = left;
  return (
    <ActButton
      document={BoardRequestRefund}
      title={t('board.refund.ask')}
      keyed
      go={t('board.refund.ask.go')}
      given={{ donationId: gift.id }}
      effect={
        <EffectOfWritten
          says={t('board.refund.ask.effect', { pool: gift.pool.name })}
          from={t('board.pool.available')}
          before={gift.pool.available}
        />
      }
      fields={[
        { name: 'amount', kind: 'money', label: t('board.amount'), first: left.amount },
        { name: 'reason', kind: 'text', label: t('board.reason') },
      ]}
      shape={({ amount, reason }) => ({ amount: { ...(amount as object), currency }, reason })}
      onDone={again}
    />
  );
}
