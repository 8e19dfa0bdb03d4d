import { money } from '../../kit/figures';
import { count } from '../../kit/figures';
import { entriesHref } from './links';
import { LoopPicture, stopName } from './loop-picture';
import { Section, WideTable, type PartProps } from './part';

/** How money goes round: the picture, and its numbers in a table. */
export function LoopPart({ visit, community }: PartProps) {
  const { t, language } = visit;
  const { openBook: book, slug } = community;
  return (
    <Section id="loop" heading={t('book.loop')} says={t('book.loop.says')}>
      <figure className="book-figure">
        <LoopPicture {...{ visit, community }} />
        <figcaption className="book-legend">
          <span className="key key-own">{t('book.own')}</span>
          <span className="key key-government">{t('book.government')}</span>
          <span className="key key-used">{t('book.used')}</span>
          <span className="key key-held">{t('book.loop.held')}</span>
        </figcaption>
      </figure>
      <details>
        <summary>{t('book.loop.table')}</summary>
        <WideTable label={t('book.loop.table')}>
          <thead>
            <tr>
              <th scope="col">{t('book.from')}</th>
              <th scope="col">{t('book.to')}</th>
              <th scope="col" className="figure">
                {t('book.money')}
              </th>
              <th scope="col" className="figure">
                {t('book.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {book.flows.map(({ from, to, money: sum, entries }) => (
              <tr key={`${from} ${to}`}>
                <td>{stopName(from, visit)}</td>
                <td>{stopName(to, visit)}</td>
                <td className="figure">
                  <a href={entriesHref(slug ?? '', book, { fromNode: from, toNode: to })}>
                    {money(sum, language)}
                  </a>
                </td>
                <td className="figure">{count(entries, language)}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      </details>
    </Section>
  );
}
