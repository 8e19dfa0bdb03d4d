import { useTranslation } from 'react-i18next';
import { Nothing, Page, Shown } from '../../kit/shown';
import { type Foundation, useFoundations } from '../parts/foundations';
import { Part } from '../parts/part';
import { type PlaceOfPools, usePlacesOf } from '../parts/places';
import { Dues } from './dues';
import { Payouts } from './payouts';

/** What is under way to the bank, and what sets of books owe one another, place by place. */
export function BankPage() {
  const { t } = useTranslation();
  const foundations = useFoundations('CHAIR', 'SECRETARY', 'TREASURER');
  return (
    <Page title={t('board.menu.bank')}>
      <p className="board-says">{t('board.bank.says')}</p>
      {foundations.map((foundation) => (
        <BankOf key={foundation.id} foundation={foundation} />
      ))}
    </Page>
  );
}

function BankOf({ foundation }: { readonly foundation: Foundation }) {
  const { t } = useTranslation();
  const read = usePlacesOf(foundation.id);
  return (
    <section aria-label={foundation.name}>
      <h2 className="board-group">{foundation.name}</h2>
      <Shown read={read}>
        {(places) =>
          places.length === 0 ? (
            <Nothing says={t('board.pools.empty')} />
          ) : (
            <ul className="board-cards">
              {places.map((place) => (
                <li key={place.id}>
                  <BooksOf foundation={foundation} place={place} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </section>
  );
}

function BooksOf(props: { readonly foundation: Foundation; readonly place: PlaceOfPools }) {
  const { place } = props;
  const { t } = useTranslation();
  return (
    <Part title={place.name}>
      <div className="board-halves">
        <section aria-label={`${place.name} · ${t('board.payouts')}`}>
          <h3 className="board-group">{t('board.payouts')}</h3>
          <Payouts {...props} />
        </section>
        <section aria-label={`${place.name} · ${t('board.dues')}`}>
          <h3 className="board-group">{t('board.dues')}</h3>
          <Dues {...props} />
        </section>
      </div>
    </Part>
  );
}
