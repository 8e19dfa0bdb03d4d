import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BoardGifts } from '../../../generated/operations';
import { Day, Money } from '../../kit/figures';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { type Foundation, useFoundations } from '../parts/foundations';
import { Listed } from '../../kit/listed';
import { Part } from '../parts/part';
import { usePlacesOf } from '../parts/places';
import { State } from '../parts/state';

/** The gifts to the foundations whose givers somebody keeps, by the places of their pools. */
export function GiftsPage() {
  const { t } = useTranslation();
  const foundations = useFoundations('CHAIR', 'SECRETARY', 'TREASURER');
  return (
    <Page title={t('board.menu.gifts')}>
      {foundations.map((foundation) => (
        <PlacesOf key={foundation.id} foundation={foundation} />
      ))}
    </Page>
  );
}

function PlacesOf({ foundation }: { readonly foundation: Foundation }) {
  const { t } = useTranslation();
  const read = usePlacesOf(foundation.id);
  return (
    <Shown read={read}>
      {(places) => {
        if (places.length === 0) return <Nothing says={t('board.pools.empty')} />;
        return places.map(({ id, name }) => (
          <Part key={id} title={name}>
            <GiftsOf placeId={id} foundationId={foundation.id} />
          </Part>
        ));
      }}
    </Shown>
  );
}

function GiftsOf(props: { readonly placeId: string; readonly foundationId: string }) {
  const { placeId, foundationId } = props;
  const { t } = useTranslation();
  const list = useList(BoardGifts, { placeId }, ({ node }) =>
    node && 'donations' in node ? node.donations : null,
  );
  // Other foundations have pools in the same books.
  const own = list.data?.filter(({ foundation }) => foundation.id === foundationId);
  return (
    <Listed list={{ ...list, data: own }} empty={t('board.gifts.empty')}>
      {(gifts) => (
        <ul className="board-cards">
          {gifts.map(({ id, giverName, state, startedAt, amount, refunded, pool }) => (
            <li key={id} className="board-row">
              <div className="board-line">
                <Link to={`/board/gifts/${id}`}>{giverName ?? t('board.gift.unnamed')}</Link>
                <Money of={amount} />
              </div>
              <div>
                {pool.name} · <Day of={startedAt.slice(0, 10)} /> ·{' '}
                <State words="CHOICE_DonationState_" of={state} />
                {BigInt(refunded.minor) > 0n && (
                  <>
                    {' · '}
                    {t('board.gift.refunded')} <Money of={refunded} />
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Listed>
  );
}
