import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/viewer';
import { Nothing, Page } from '../../kit/shown';
import { Line, Lines } from '../parts/line';

/** The kinds of organisations that ask for grants. */
export const APPLY = ['SELF_ORGANISATION', 'SOCIAL_ORGANISATION'];

/** The organisations in which somebody holds a role, and what they are there. */
export function TeamsPage() {
  const { t } = useTranslation();
  const { roles } = useMe();
  const own = roles.filter(({ organisation: { kind } }) => APPLY.includes(kind));
  return (
    <Page title={t('me.nav.teams')}>
      {own.length === 0 ? (
        <Nothing says={t('me.teams.none')} />
      ) : (
        <Lines>
          {own.map(({ organisation: { id, name }, role }) => (
            <Line
              key={`${id} ${role}`}
              title={name}
              to={`/me/teams/${encodeURIComponent(id)}`}
              state={t(`me.role.${role}`)}
              isGood={role === 'LEADER'}
            />
          ))}
        </Lines>
      )}
    </Page>
  );
}
