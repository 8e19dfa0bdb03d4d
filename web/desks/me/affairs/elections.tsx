import { useTranslation } from 'react-i18next';
import { MeElections } from '../../../generated/operations';
import { Day, Moment } from '../../kit/figures';
import { useList } from '../../kit/use-list';
import type { Home } from '../parts/home-place';
import { Line, Listed } from '../parts/line';

/** Elections of councils in the community, the latest first. */
export function Elections({ home: { communityId } }: { readonly home: Home }) {
  const { t } = useTranslation();
  const list = useList(MeElections, { communityId }, ({ node }) =>
    node && 'elections' in node ? node.elections : null,
  );
  return (
    <Listed
      list={list}
      none={t('me.elections.none')}
      draw={({ id, state, nominationsUntil, termFrom, council }) => (
        <Line
          key={id}
          title={council?.name}
          to={`/me/elections/${encodeURIComponent(id)}`}
          state={t(`me.election.state.${state}`)}
          isGood={state === 'CALLED'}
        >
          {t('me.election.nominations')} <Moment of={nominationsUntil} /> · {t('me.election.term')}{' '}
          <Day of={termFrom} />
        </Line>
      )}
    />
  );
}
