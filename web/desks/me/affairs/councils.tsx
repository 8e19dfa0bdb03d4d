import { useTranslation } from 'react-i18next';
import { MeCouncils } from '../../../generated/operations';
import { Day } from '../../kit/figures';
import { found } from '../../kit/found';
import { useList } from '../../kit/use-list';
import type { Home } from '../parts/home-place';
import { Line, Listed } from '../parts/line';

/** The councils of the community and of its courtyards: who decides, for how long still. */
export function Councils({ home: { communityId } }: { readonly home: Home }) {
  const { t } = useTranslation();
  const list = useList(
    MeCouncils,
    { communityId },
    ({ node }) => found(node, 'councils')?.councils,
  );
  return (
    <Listed
      list={list}
      none={t('me.councils.none')}
      draw={({ id, name, place, term, dissolvedAt }) => (
        <Line
          key={id}
          title={name}
          to={`/me/councils/${encodeURIComponent(id)}`}
          state={t(dissolvedAt ? 'me.council.dissolved' : 'me.council.sits')}
          isGood={dissolvedAt === null}
        >
          {place?.name}
          {term && (
            <>
              {` · ${t('me.council.seats')} ${term.seats} · ${t('me.council.until')} `}
              <Day of={term.validUntil} />
            </>
          )}
        </Line>
      )}
    />
  );
}
