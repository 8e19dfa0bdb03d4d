import { BookEntries } from '../../generated/operations';
import { money } from '../../kit/figures';
import { page, type Visit } from '../page';
import { EntryItem } from './entry-item';
import { entriesIn, monthName } from './figures';
import { bookHref, entriesHref, fileHref } from './links';
import { numberInWords, readNumber } from './number-asked';
import { later, readPeriod } from './period';
import type { EntriesOf } from './told';

/** `/c/<community>/entries`: the entries beneath a number, the latest first. */
export const entriesPage = page({
  path: '/c/:slug/entries',
  reads: ['from', 'until', 'items', 'fromNode', 'toNode', 'grant', 'after'],
  asks: BookEntries,
  variables: (visit) => {
    const { grant, items, ...nodes } = readNumber(visit);
    return {
      ...{ slug: visit.params.slug ?? '', ...readPeriod(visit), ...nodes },
      ...(items && { items: [...items] }),
      ...{ grantId: grant ?? null, after: visit.query.after ?? null },
    };
  },
  draw: (data, visit) => {
    const { community: told } = data ?? {};
    if (!told?.openBook) return null;
    const community = { ...told, openBook: told.openBook };
    const title = visit.t('book.entry.list');
    return { title: `${title} · ${community.name}`, body: <Entries {...{ visit, community }} /> };
  },
});

function Entries(props: { readonly visit: Visit; readonly community: EntriesOf }) {
  const { visit, community } = props;
  const { t, language } = visit;
  const { openBook: book, name } = community;
  const slug = community.slug ?? '';
  const number = readNumber(visit);
  const { edges, pageInfo } = book.entries;
  const what = numberInWords(visit, edges[0]?.node.grant?.title ?? null);
  const from = monthName(book.from, language);
  const to = monthName(later(book.until, -1), language);
  return (
    <div className="book">
      <p className="book-where">
        <a href={bookHref(slug, book)}>{t('book.title', { place: name })}</a>
      </p>
      <h1>{t('book.entry.number', { what, money: money(book.total.money, language) })}</h1>
      <p className="book-says">
        {t('book.months', { from, to })} · {entriesIn(t, language, book.total.entries)}
      </p>
      <p className="book-says">{t('book.entry.masked')}</p>
      {edges.length === 0 && <p className="book-nothing">{t('book.entry.none')}</p>}
      <ol className="book-entries">
        {edges.map(({ node }) => (
          <li key={`${node.reference} ${node.item} ${node.pool.name}`}>
            <EntryItem {...{ visit }} entry={node} />
          </li>
        ))}
      </ol>
      <p className="book-more no-print">
        {visit.query.after && (
          <a href={entriesHref(slug, book, number)}>{t('book.entry.latest')}</a>
        )}
        {pageInfo.hasNextPage && pageInfo.endCursor && (
          <a href={entriesHref(slug, book, number, pageInfo.endCursor)}>{t('book.entry.more')}</a>
        )}
        <a href={fileHref(slug, 'entries', { ...book, lang: language }, number)} download>
          {t('book.entry.csv')}
        </a>
      </p>
    </div>
  );
}
