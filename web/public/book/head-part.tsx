import { moment, money } from '../../kit/figures';
import type { LoopNode, MoneyItem } from '../../generated/operations';
import { monthName, share } from './figures';
import { bookHref, entriesHref } from './links';
import type { PartProps } from './part';
import { choicesOf, later, type Choice } from './period';

const INCOME: readonly MoneyItem[] = ['SURPLUS', 'GIFTS', 'MATCHES', 'PUBLIC_MONEY'];
export const USES: readonly MoneyItem[] = [
  ...(['GRANTS', 'WELFARE_GOODS', 'OPERATOR_GOODS', 'RETURNED'] as const),
];
/** What is of a community's own strength, and what is the government's. */
export const OWN: readonly MoneyItem[] = ['SURPLUS', 'GIFTS', 'MATCHES'];
export const GOVERNMENT: readonly LoopNode[] = ['GOVERNMENT'];

/** Whose book it is and of which months, with its three great figures. */
export function HeadPart({ visit, community }: PartProps) {
  const { t, language } = visit;
  const { openBook: book, name, lineage, timeZone } = community;
  const slug = community.slug ?? '';
  const { own, government, shareBasisPoints } = book.selfReliance;
  const until = book.sealedUntil && moment(book.sealedUntil, language, timeZone);
  return (
    <>
      <p className="book-where">
        <a href="/c">{t('public.book')}</a>
        {lineage.slice(0, -1).map((place) => (
          <span key={place.id}>{place.name}</span>
        ))}
      </p>
      <h1>{t('book.title', { place: name })}</h1>
      <PeriodChoice {...{ visit, community }} />
      <dl className="book-figures">
        <div>
          <dt>{t('book.received')}</dt>
          <dd>
            <a href={entriesHref(slug, book, { items: INCOME })}>
              {money(book.received, language)}
            </a>
          </dd>
        </div>
        <div>
          <dt>{t('book.used')}</dt>
          <dd>
            <a href={entriesHref(slug, book, { items: USES })}>{money(book.used, language)}</a>
          </dd>
        </div>
        <div className="great">
          <dt>{t('book.reliance')}</dt>
          <dd>
            <a href="#time">{share(shareBasisPoints, language)}</a>
          </dd>
          <dd className="book-says">
            {shareBasisPoints === null
              ? t('book.reliance.none')
              : t('book.reliance.of', {
                  own: money(own, language),
                  government: money(government, language),
                })}
          </dd>
        </div>
      </dl>
      {until && <p className="book-says">{t('book.sealed', { until })}</p>}
    </>
  );
}

/** Which months are shown, and which others may be. */
function PeriodChoice({ visit, community }: PartProps) {
  const { t, language } = visit;
  const { openBook: book } = community;
  const named = ({ key, name }: Choice) => (key === 'calendar' ? name : t(`book.period.${key}`));
  const from = monthName(book.from, language);
  const to = monthName(later(book.until, -1), language);
  return (
    <nav className="book-period" aria-label={t('book.period')}>
      <strong>{t('book.months', { from, to })}</strong>
      <ul className="no-print">
        {choicesOf(new Date()).map((choice) => {
          const isShown = choice.from === book.from && choice.until === book.until;
          return (
            <li key={choice.from + choice.until}>
              <a
                href={bookHref(community.slug ?? '', { from: choice.from, until: choice.until })}
                aria-current={isShown ? 'page' : undefined}
              >
                {named(choice)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
