import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BoardLinesFragment } from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { type AssetShown, Of } from './of';

type Line = BoardLinesFragment['edges'][number]['node'];

/** The lines of a statement, newest first: what changed, what was there after it, and the entry. */
export function Lines(props: { readonly lines: readonly Line[]; readonly asset: AssetShown }) {
  const { lines, asset } = props;
  const { t } = useTranslation();
  return (
    <table className="board-table">
      <thead>
        <tr>
          <th scope="col">{t('board.entry')}</th>
          <th scope="col" className="number">
            {t('board.statement.change')}
          </th>
          <th scope="col" className="number">
            {t('board.statement.balance')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ entry, occurredAt, change, balance }) => (
          <tr key={`${entry.id} ${balance}`}>
            <td>
              <Link to={`/board/entries/${entry.id}`}>{entry.title}</Link>
              <br />
              <Moment of={occurredAt} />
            </td>
            <td className="number">
              <Of asset={asset} amount={change} />
            </td>
            <td className="number">
              <Of asset={asset} amount={balance} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
