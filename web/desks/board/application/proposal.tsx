import { useTranslation } from 'react-i18next';
import { Day, Money } from '../../kit/figures';
import { Part } from '../parts/part';
import type { ApplicationShown } from './application-page';

/** What an application wants: what for, on what, and in which parts. */
export function Proposal({ application }: { readonly application: ApplicationShown }) {
  const { t } = useTranslation();
  const { purpose, budget, requested, tranches, submittedAt } = application;
  return (
    <>
      <Part
        title={t('board.proposal')}
        extra={
          <span>
            {t('board.proposal.submitted')} <Day of={submittedAt.slice(0, 10)} />
          </span>
        }
      >
        <p className="board-text">{purpose}</p>
        <table className="board-table">
          <thead>
            <tr>
              <th scope="col">{t('board.budget')}</th>
              <th scope="col" className="number">
                {t('board.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {budget.map(({ number, label, amount }) => (
              <tr key={number}>
                <td>{label}</td>
                <td className="number">
                  <Money of={amount} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('board.total')}</th>
              <td className="number">
                <Money of={requested} />
              </td>
            </tr>
          </tfoot>
        </table>
      </Part>
      <Part title={t('board.tranches')}>
        <table className="board-table">
          <thead>
            <tr>
              <th scope="col">{t('board.milestone')}</th>
              <th scope="col">{t('board.milestone.due')}</th>
              <th scope="col" className="number">
                {t('board.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {tranches.map(({ id, number, milestone, amount }) => (
              <tr key={id}>
                <td>
                  {number}. {milestone.title}
                </td>
                <td>
                  <Day of={milestone.dueOn} />
                </td>
                <td className="number">
                  <Money of={amount} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
    </>
  );
}
