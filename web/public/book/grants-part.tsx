import { day } from '../../kit/figures';
import { GrantCard } from './grant-card';
import { bookHref } from './links';
import { Section, type PartProps } from './part';
import { choicesOf } from './period';
import type { Due } from './told';

/** Grants with what was reached by them, the newest first. */
export function GrantsPart({ visit, community }: PartProps) {
  const { t } = visit;
  const { openBook: book } = community;
  const { timeZone } = community;
  const slug = community.slug ?? '';
  const { edges, pageInfo } = book.grants;
  const [, years] = choicesOf(new Date());
  return (
    <Section id="grants" heading={t('book.grants')}>
      {edges.length === 0 && <p className="book-nothing">{t('book.grants.none')}</p>}
      <div className="book-cards">
        {edges.map(({ node }) => (
          <GrantCard
            key={node.id}
            {...{ visit, slug, timeZone }}
            period={years ?? book}
            grant={node}
          />
        ))}
      </div>
      <p className="book-more no-print">
        {visit.query.after && (
          <a href={`${bookHref(slug, book)}#grants`}>{t('book.grants.latest')}</a>
        )}
        {pageInfo.hasNextPage && pageInfo.endCursor && (
          <a href={`${bookHref(slug, book, pageInfo.endCursor)}#grants`}>{t('book.grants.more')}</a>
        )}
      </p>
    </Section>
  );
}

/** What grantees owe the public, and by when. */
export function DuesPart({ visit, community }: PartProps) {
  const { t } = visit;
  const { edges } = community.openBook.disclosures;
  return (
    <Section id="dues" heading={t('book.dues')} says={t('book.dues.says')}>
      {edges.length === 0 && <p className="book-nothing">{t('book.dues.none')}</p>}
      <ul className="book-dues">
        {edges.map(({ node }) => (
          <li key={node.grant.id}>
            <OneDue {...{ visit }} due={node} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OneDue({ visit, due }: { readonly visit: PartProps['visit']; readonly due: Due }) {
  const { t, language } = visit;
  const { kind, grant, dueOn, overdue, lastToldOn } = due;
  const by = { day: day(dueOn, language) };
  return (
    <>
      <strong>{grant.title}</strong> <span className="book-says">{grant.grantee.name}</span>
      <br />
      <span className={overdue ? 'book-overdue' : undefined}>
        {t(`book.dues.${kind.toLowerCase()}`)} ·{' '}
        {t(overdue ? 'book.dues.overdue' : 'book.dues.by', by)}
      </span>{' '}
      <span className="book-says">
        {lastToldOn
          ? t('book.dues.last', { day: day(lastToldOn, language) })
          : t('book.dues.never')}
      </span>
    </>
  );
}
