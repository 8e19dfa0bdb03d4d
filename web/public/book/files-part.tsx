import { entriesHref, fileHref } from './links';
import { Section, type PartProps } from './part';

/** The lists of the book that leave as spreadsheets, in the order of the page. */
const FILES = ['income', 'uses', 'flows', 'months', 'credits', 'grants', 'entries'] as const;

/** The numbers to take along, and all entries to look through. */
export function FilesPart({ visit, community }: PartProps) {
  const { t } = visit;
  const { openBook: book } = community;
  const slug = community.slug ?? '';
  return (
    <div className="no-print">
      <Section id="files" heading={t('book.files')} says={t('book.files.says')}>
        <ul className="book-files">
          {FILES.map((list) => (
            <li key={list}>
              <a href={fileHref(slug, list, { ...book, lang: visit.language })} download>
                {t(`book.file.${list}`)}
                <small> CSV</small>
              </a>
            </li>
          ))}
        </ul>
        <p>
          <a href={entriesHref(slug, book, {})}>{t('book.all-entries')}</a>
        </p>
      </Section>
    </div>
  );
}
