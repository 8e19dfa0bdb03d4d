import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ImportTeam } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { ImportPage } from '../../imports/import-page';
import { found } from '../../kit/found';
import { Nothing, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';

/** What the members of a team did, from a file of its leader's. */
export default function ImportServices() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { roles } = useMe();
  const read = useRead(ImportTeam, { id });
  const leads = roles.some(({ organisation, role }) => organisation.id === id && role === 'LEADER');
  if (!leads) return <Nothing says={t('desk.not-yours')} />;
  return (
    <Shown read={read}>
      {({ node }) => {
        const team = found(node, 'place');
        if (!team?.place.slug) return <Nothing says={t('desk.not-here')} />;
        return (
          <ImportPage
            noun="services"
            community={team.place.slug}
            timeZone={team.place.timeZone}
            back={
              <Link to={`/me/teams/${encodeURIComponent(id)}`}>{t('imports.back.services')}</Link>
            }
          />
        );
      }}
    </Shown>
  );
}
