import { day, money } from '../../kit/figures';
import type { Visit } from '../page';
import type { Entry } from './told';

/** An entry as everybody may know it, with its money account by account. */
export function EntryItem({ visit, entry }: { readonly visit: Visit; readonly entry: Entry }) {
  const { t, language } = visit;
  const { reference, item, pool, grant, takesBack } = entry;
  const what = t(`CHOICE_MoneyItem_${item}`);
  const party = partyOf(entry);
  return (
    <article className="book-entry">
      <p className="entry-day">
        <time dateTime={entry.day}>{day(entry.day, language)}</time>
      </p>
      <p className="entry-what">
        <strong>{party ?? what}</strong>
        {grant && ` ${grant.title}`}
        <br />
        <span className="book-says">
          {[party && what, pool.name, takesBack && t('book.entry.takes-back')]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <p className="entry-money figure">{money(entry.money, language)}</p>
      <details>
        <summary>
          {t('book.entry.as-book')}
          <span className="unseen"> {t('book.entry.reference', { reference })}</span>
        </summary>
        <p className="book-says">{entry.says}</p>
        <Accounts {...{ visit, entry }} />
        <p className="book-says">{t('book.entry.reference', { reference })}</p>
      </details>
    </article>
  );
}

/** The organisation at the other end; givers and the treasury are not named. */
function partyOf({ enterprise, grant, store }: Entry): string | undefined {
  return grant?.grantee.name ?? enterprise?.name ?? store?.name;
}

function Accounts({ visit, entry }: { readonly visit: Visit; readonly entry: Entry }) {
  const { t, language } = visit;
  return (
    <table className="entry-accounts">
      <thead>
        <tr>
          <th scope="col">{t('book.entry.account')}</th>
          <th scope="col" className="figure">
            {t('book.entry.debit')}
          </th>
          <th scope="col" className="figure">
            {t('book.entry.credit')}
          </th>
        </tr>
      </thead>
      <tbody>
        {entry.lines.map(({ kind, title, debit, credit }) => (
          <tr key={`${kind} ${debit ? 'debit' : 'credit'}`}>
            <td className={debit ? undefined : 'credited'}>{title}</td>
            <td className="figure">{debit && money(debit, language)}</td>
            <td className="figure">{credit && money(credit, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
