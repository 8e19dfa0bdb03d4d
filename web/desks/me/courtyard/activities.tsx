import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { MeActivities } from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { useList } from '../../kit/use-list';
import type { Home } from '../parts/home-place';
import { Line, Listed } from '../parts/line';
import { Announce } from './announce';

/** What the courtyards of the community hold, announced last first. */
export function Activities({ home: { communityId } }: { readonly home: Home }) {
  const { t } = useTranslation();
  const list = useList(
    MeActivities,
    { communityId },
    ({ node }) => found(node, 'activities')?.activities,
  );
  return (
    <Flex vertical gap="middle">
      <Announce communityId={communityId} done={list.again} />
      <Listed
        list={list}
        none={t('me.activities.none')}
        draw={({ id, title, startsAt, venue, state, place, people }) => (
          <Line
            key={id}
            title={title}
            to={`/me/activities/${encodeURIComponent(id)}`}
            state={t(`me.activity.state.${state}`)}
            isGood={state === 'ANNOUNCED'}
          >
            {place?.name} · <Moment of={startsAt} /> · {venue}
            {people?.count && ` · ${t('me.activity.people', { count: people.count })}`}
          </Line>
        )}
      />
    </Flex>
  );
}
