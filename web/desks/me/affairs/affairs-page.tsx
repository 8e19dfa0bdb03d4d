import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { DeskMenu } from '../../kit/desk-menu';
import { Page } from '../../kit/shown';
import { Activities } from '../courtyard/activities';
import { AtHome, type Home } from '../parts/home-place';
import { Projects } from '../projects/projects';
import { Councils } from './councils';
import { Elections } from './elections';
import { Meetings } from './meetings';
import { Motions } from './motions';
import { Resolutions } from './resolutions';

interface AffairsPart {
  readonly name: string;
  /** The key of what it is called. */
  readonly says: string;
  readonly Shows: ComponentType<{ readonly home: Home }>;
}

const PARTS: readonly AffairsPart[] = [
  { name: 'motions', says: 'me.motions', Shows: Motions },
  { name: 'meetings', says: 'me.meetings', Shows: Meetings },
  { name: 'results', says: 'me.results', Shows: Resolutions },
  { name: 'elections', says: 'me.elections', Shows: Elections },
  { name: 'councils', says: 'me.council.all', Shows: Councils },
  { name: 'activities', says: 'me.activities', Shows: Activities },
  { name: 'projects', says: 'projects', Shows: Projects },
];

const addressOf = (name: string) => `/me/affairs/${name}`;

/** What the community talks of and decides, who decides it, and what its courtyards do. */
export function AffairsPage() {
  const { t } = useTranslation();
  const { part } = useParams();
  const shown = PARTS.find(({ name }) => name === part);
  if (!shown) return <Navigate to={addressOf('motions')} replace />;
  const pages = PARTS.map(({ name, says }) => ({ to: addressOf(name), label: t(says) }));
  return (
    <Page title={t('me.nav.affairs')}>
      <AtHome>
        {(home) => (
          <>
            <DeskMenu pages={pages} />
            <shown.Shows home={home} />
          </>
        )}
      </AtHome>
    </Page>
  );
}
