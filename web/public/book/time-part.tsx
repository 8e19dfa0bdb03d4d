import { money } from '../../kit/figures';
import { monthName, share } from './figures';
import { OWN } from './head-part';
import { entriesHref } from './links';
import { Section, WideTable, type PartProps } from './part';
import { later } from './period';
import { TimeChart } from './time-chart';
import type { Month } from './told';

/** How self-reliant it is becoming, and what the figures leave out. */
export function TimePart({ visit, community }: PartProps) {
  const { t } = visit;
  return (
    <Section id="time" heading={t('book.time')} says={t('book.time.says')}>
      <figure className="book-figure">
        <TimeChart {...{ visit, community }} />
        <figcaption className="book-legend">
          <span className="key key-share">{t('book.share.year')}</span>
          <span className="key key-own">{t('book.own')}</span>
          <span className="key key-government">{t('book.government')}</span>
        </figcaption>
      </figure>
      <details>
        <summary>{t('book.time.table')}</summary>
        <Months {...{ visit, community }} />
      </details>
      <h3>{t('book.not-counted')}</h3>
      <ul className="book-says book-left-out">
        {community.openBook.notCounted.map((what) => (
          <li key={what}>{t(`book.left-out.${what}`)}</li>
        ))}
      </ul>
    </Section>
  );
}

function Months({ visit, community }: PartProps) {
  const { t } = visit;
  const heads = ['own', 'government', 'share.year', 'used.month'];
  return (
    <WideTable label={t('book.time.table')}>
      <thead>
        <tr>
          <th scope="col">{t('book.month')}</th>
          {heads.map((head) => (
            <th key={head} scope="col" className="figure">
              {t(`book.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {community.openBook.months.map((month) => (
          <MonthRow key={month.month} {...{ visit, month }} slug={community.slug ?? ''} />
        ))}
      </tbody>
    </WideTable>
  );
}

function MonthRow(props: {
  readonly visit: PartProps['visit'];
  readonly month: Month;
  readonly slug: string;
}) {
  const { visit, month, slug } = props;
  const { language } = visit;
  const { inMonth, inYear, used } = month;
  const period = { from: month.month, until: later(month.month, 1) };
  return (
    <tr>
      <th scope="row">{monthName(month.month, language)}</th>
      <td className="figure">
        <a href={entriesHref(slug, period, { items: OWN })}>{money(inMonth.own, language)}</a>
      </td>
      <td className="figure">
        <a href={entriesHref(slug, period, { items: ['PUBLIC_MONEY'] })}>
          {money(inMonth.government, language)}
        </a>
      </td>
      <td className="figure">{share(inYear.shareBasisPoints, language)}</td>
      <td className="figure">{money(used, language)}</td>
    </tr>
  );
}
