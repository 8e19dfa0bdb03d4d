import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Page } from '../../kit/shown';
import { AtHome } from '../parts/home-place';
import { Activities } from '../courtyard/activities';
import { Councils } from './councils';
import { Elections } from './elections';
import { Meetings } from './meetings';
import { Motions } from './motions';
import { Resolutions } from './resolutions';

const TABS = [
  ...(['motions', 'meetings', 'results'] as const),
  ...(['elections', 'councils', 'activities'] as const),
];

/** What the community talks of and decides, who decides it, and what its courtyards hold. */
export function AffairsPage() {
  const { t } = useTranslation();
  const { part } = useParams();
  const navigate = useNavigate();
  const active = TABS.find((each) => each === part) ?? 'motions';
  return (
    <Page title={t('me.nav.affairs')}>
      <AtHome>
        {(home) => (
          <Tabs
            activeKey={active}
            destroyOnHidden
            onChange={(key) => void navigate(`/me/affairs/${key}`)}
            items={[
              { key: 'motions', label: t('me.motions'), children: <Motions home={home} /> },
              { key: 'meetings', label: t('me.meetings'), children: <Meetings home={home} /> },
              { key: 'results', label: t('me.results'), children: <Resolutions home={home} /> },
              { key: 'elections', label: t('me.elections'), children: <Elections home={home} /> },
              { key: 'councils', label: t('me.council.all'), children: <Councils home={home} /> },
              {
                key: 'activities',
                label: t('me.activities'),
                children: <Activities home={home} />,
              },
            ]}
          />
        )}
      </AtHome>
    </Page>
  );
}
