import { count, money } from '../../kit/figures';
import type { Visit } from '../page';
import { entriesIn, share } from './figures';
import { entriesHref } from './links';
import { Section, type PartProps } from './part';
import type { Book, Line } from './told';

/** What came in by source, beside what it was used for. */
export function MoneyPart({ visit, community }: PartProps) {
  const { t, language } = visit;
  const { openBook: book } = community;
  const slug = community.slug ?? '';
  const [shown] = book.proof;
  return (
    <div className="book-columns">
      <Section id="income" heading={t('book.income')}>
        <Lines {...{ visit, slug, book }} lines={book.income} />
      </Section>
      <Section id="uses" heading={t('book.uses')}>
        <Lines {...{ visit, slug, book }} lines={book.uses} />
        {shown && (
          <p className="book-says">
            <a href={entriesHref(slug, book, { items: [shown.item] })}>
              {t('book.proof', { money: money(shown.money, language) })}
            </a>
          </p>
        )}
      </Section>
    </div>
  );
}

function Lines(props: {
  readonly visit: Visit;
  readonly slug: string;
  readonly book: Book;
  readonly lines: readonly Line[];
}) {
  const { visit, slug, book, lines } = props;
  const { t } = visit;
  if (lines.length === 0) return <p className="book-nothing">{t('book.nothing')}</p>;
  return (
    <ul className="book-lines">
      {lines.map((line) => (
        <li key={line.item}>
          <SourceOrUse
            {...{ visit, line }}
            href={entriesHref(slug, book, { items: [line.item] })}
          />
        </li>
      ))}
    </ul>
  );
}

function SourceOrUse(props: { readonly visit: Visit; readonly line: Line; readonly href: string }) {
  const { visit, line, href } = props;
  const { t, language } = visit;
  const tone = line.means?.toLowerCase() ?? 'used';
  return (
    <>
      <span className="line-name">
        {t(`CHOICE_MoneyItem_${line.item}`)}{' '}
        {line.means && <small>{t(`book.means.${line.means.toLowerCase()}`)}</small>}
      </span>
      <a className="line-money figure" href={href}>
        {money(line.money, language)}
      </a>
      <Bar part={line.shareBasisPoints ?? 0} tone={tone} />
      <small className="line-share">
        {share(line.shareBasisPoints, language)} · {entriesIn(t, language, line.entries)}
      </small>
    </>
  );
}

/** A part of a whole as a bar; the number stands beside it. */
export function Bar({ part, tone }: { readonly part: number; readonly tone: string }) {
  return (
    <svg className="line-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-ground" width="100" height="6" />
      <rect className={`bar-${tone}`} width={Math.max(0.5, part / 100)} height="6" />
    </svg>
  );
}

/** A whole number of entries or people, in a table's cell. */
export const whole = (value: number | null, language: Visit['language']): string =>
  value === null ? '–' : count(value, language);
