import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  BoardPayoutArrived,
  BoardPayouts,
  type BoardPayoutsQuery,
} from '../../../generated/operations';
import { money } from '../../../kit/figures';
import { ActButton } from '../../kit/act-form';
import { Day, Money, useLanguage } from '../../kit/figures';
import { type Found, found } from '../../kit/found';
import { Listed } from '../../kit/listed';
import { useList } from '../../kit/use-list';
import { type Foundation, useHolds } from '../parts/foundations';
import type { PlaceOfPools } from '../parts/places';
import { State } from '../parts/state';

type Payout = Found<BoardPayoutsQuery['node']>['payouts']['edges'][number]['node'];

/** What the processor paid out into a set of books; the treasurer ticks off what has arrived. */
export function Payouts(props: { readonly foundation: Foundation; readonly place: PlaceOfPools }) {
  const { foundation, place } = props;
  const { t } = useTranslation();
  const mayTick = useHolds(foundation.id, 'TREASURER');
  const list = useList(BoardPayouts, { placeId: place.id }, ({ node }) => found(node)?.payouts);
  return (
    <Listed list={list} empty={<p>{t('board.payouts.empty')}</p>}>
      {(payouts) => (
        <ul className="board-cards">
          {payouts.map((payout) => (
            <li key={payout.id} className="board-row">
              <PayoutLine payout={payout} />
              {payout.state === 'IN_TRANSIT' && payout.foundation?.id === foundation.id && (
                <Arrival payout={payout} mayTick={mayTick} onDone={list.again} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Listed>
  );
}

function PayoutLine({ payout }: { readonly payout: Payout }) {
  const { t } = useTranslation();
  const { payoutId, state, amount, arrivedOn, bankReference, foundation, entry } = payout;
  return (
    <>
      <div className="board-line">
        <Link to={`/board/entries/${entry.id}`}>
          <Day of={entry.occurredAt.slice(0, 10)} />
        </Link>
        <Money of={amount} />
      </div>
      <div>
        <State words="board.payout." of={state} />
        {arrivedOn && (
          <>
            {' · '}
            <Day of={arrivedOn} /> · {bankReference}
          </>
        )}
      </div>
      <div className="board-small">
        {foundation?.name ?? t('board.payout.city')} · {payoutId}
      </div>
    </>
  );
}

/** It stands on the bank's statement: on which day, and in which line. */
function Arrival(props: {
  readonly payout: Payout;
  readonly mayTick: boolean;
  readonly onDone: () => void;
}) {
  const { payout, mayTick, onDone } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  if (!mayTick) return <div>{t('board.payout.for-treasurer')}</div>;
  return (
    <div className="board-acts">
      <ActButton
        document={BoardPayoutArrived}
        title={t('board.payout.tick')}
        button={{ size: 'small' }}
        keyed
        go={t('board.payout.go')}
        given={{ shareId: payout.id }}
        effect={t('board.payout.effect', { sum: money(payout.amount, language) })}
        fields={[
          { name: 'arrivedOn', kind: 'day', label: t('board.payout.day') },
          {
            ...{ name: 'bankReference', kind: 'line', label: t('board.payout.reference') },
            help: t('board.payout.reference.help'),
          },
        ]}
        onDone={onDone}
      />
    </div>
  );
}
