import { count } from '../../kit/figures';
import { CreditsChart, issuedIn } from './credits-chart';
import { monthName } from './figures';
import { Section, WideTable, type PartProps } from './part';

/** Credits issued and used, and households served: by months, and never by residents. */
export function CreditsPart({ visit, community }: PartProps) {
  const { t, language } = visit;
  const { credits } = community.openBook;
  if (!credits) return null;
  const isQuiet = credits.redeemed === 0 && credits.issued.every((each) => each.credits === 0);
  if (isQuiet) return null;
  const issued = credits.issued.reduce((all, each) => all + each.credits, 0);
  const figures = [
    { name: t('book.credits.issued'), credits: issued },
    { name: t('book.credits.redeemed'), credits: credits.redeemed },
    { name: t('book.credits.expired'), credits: credits.expired },
    { name: t('book.credits.outstanding'), credits: credits.outstanding },
  ];
  return (
    <Section id="credits" heading={t('book.credits')} says={t('book.credits.says')}>
      <dl className="book-figures small">
        {figures.map((figure) => (
          <div key={figure.name}>
            <dt>{figure.name}</dt>
            <dd>{count(figure.credits, language)}</dd>
          </div>
        ))}
      </dl>
      <p className="book-says">
        {credits.issued
          .filter((each) => each.credits !== 0)
          .map((each) => `${t(`CHOICE_EarnedBy_${each.by}`)} ${count(each.credits, language)}`)
          .join(' · ')}
      </p>
      <figure className="book-figure">
        <CreditsChart {...{ visit, community }} />
        <figcaption className="book-legend">
          <span className="key key-own">{t('book.credits.issued')}</span>
          <span className="key key-used">{t('book.credits.redeemed')}</span>
        </figcaption>
      </figure>
      <details>
        <summary>{t('book.credits.table')}</summary>
        <Months {...{ visit, community }} />
        <p className="book-says">{t('book.households.says')}</p>
      </details>
    </Section>
  );
}

function Months({ visit, community }: PartProps) {
  const { t, language } = visit;
  const heads = ['credits.issued', 'credits.redeemed', 'credits.expired', 'households'];
  return (
    <WideTable label={t('book.credits.table')}>
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
        {community.openBook.reports.map((month) => {
          const served = month.households.all.count;
          return (
            <tr key={month.month}>
              <th scope="row">{monthName(month.month, language)}</th>
              <td className="figure">{count(issuedIn(month), language)}</td>
              <td className="figure">{count(month.credits.spent, language)}</td>
              <td className="figure">{count(month.credits.expired ?? 0, language)}</td>
              <td className="figure">
                {served === null ? t('book.households.hidden') : count(served, language)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </WideTable>
  );
}
