import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BoardEntryQuery } from '../../../generated/operations';
import { Of } from './of';

type Legs = Extract<NonNullable<BoardEntryQuery['node']>, { legs: unknown }>['legs'];

/** Debits at the margin, credits indented beneath them; each account leads to its statement. */
export function Textbook({ legs }: { readonly legs: Legs }) {
  const { t } = useTranslation();
  return (
    <table className="board-table">
      <thead>
        <tr>
          <th scope="col">{t('board.entry.account')}</th>
          <th scope="col" className="number">
            {t('board.entry.debit')}
          </th>
          <th scope="col" className="number">
            {t('board.entry.credit')}
          </th>
        </tr>
      </thead>
      <tbody>
        {legs.map(({ debit, credit, asset, account }, i) => (
          <tr key={`${account.id} ${i}`}>
            <td>
              <div className={credit === null ? 'debit' : 'credit'}>
                {t(credit === null ? 'board.entry.dr' : 'board.entry.cr')}{' '}
                <Link to={`/board/accounts/${account.id}`}>{account.name}</Link>
                {asset.kind !== 'CURRENCY' && ` · ${asset.code}`}
              </div>
            </td>
            <td className="number">{debit !== null && <Of asset={asset} amount={debit} />}</td>
            <td className="number">{credit !== null && <Of asset={asset} amount={credit} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
