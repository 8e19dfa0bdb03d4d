import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BoardPoolApplications, BoardPoolGrants } from '../../../generated/operations';
import { Day, Money } from '../../kit/figures';
import { useList } from '../../kit/use-list';
import { Listed } from '../../kit/listed';
import { State } from '../parts/state';

const dayOf = (moment: string) => moment.slice(0, 10);

/** What a pool was awarded for, newest first. */
export function PoolGrants({ poolId }: { readonly poolId: string }) {
  const { t } = useTranslation();
  const list = useList(BoardPoolGrants, { id: poolId }, ({ node }) =>
    node && 'grants' in node ? node.grants : null,
  );
  return (
    <Listed list={list} empty={t('board.grants.empty')}>
      {(grants) => (
        <ul className="board-cards">
          {grants.map(({ id, title, state, awardedAt, amount, paid, grantee }) => (
            <li key={id} className="board-row">
              <div className="board-line">
                <Link to={`/board/grants/${id}`}>{title}</Link>
                <Money of={amount} />
              </div>
              <div className="board-line">
                <span>
                  {grantee.name} · <Day of={dayOf(awardedAt)} /> ·{' '}
                  <State words="CHOICE_GrantState_" of={state} />
                </span>
                <span>
                  {t('board.grant.paid')} <Money of={paid} />
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Listed>
  );
}

/** What a pool was asked for, newest first. */
export function PoolApplications({ poolId }: { readonly poolId: string }) {
  const { t } = useTranslation();
  const list = useList(BoardPoolApplications, { id: poolId }, ({ node }) =>
    node && 'applications' in node ? node.applications : null,
  );
  return (
    <Listed list={list} empty={t('board.applications.empty')}>
      {(applications) => (
        <ul className="board-cards">
          {applications.map(({ id, title, state, submittedAt, requested, applicant }) => (
            <li key={id} className="board-row">
              <div className="board-line">
                <Link to={`/board/applications/${id}`}>{title}</Link>
                <Money of={requested} />
              </div>
              <div>
                {applicant.name} · <Day of={dayOf(submittedAt)} /> ·{' '}
                <State words="board.application." of={state} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Listed>
  );
}
