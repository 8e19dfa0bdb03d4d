import { useTranslation } from 'react-i18next';
import { MeResolutions, type MeResolutionLineFragment } from '../../../generated/operations';
import { Day } from '../../kit/figures';
import { useList } from '../../kit/use-list';
import type { Home } from '../parts/home-place';
import { Line, Listed } from '../parts/line';

/** What was resolved, the latest first. */
export function Resolutions({ home: { communityId } }: { readonly home: Home }) {
  const { t } = useTranslation();
  const list = useList(MeResolutions, { communityId }, ({ node }) =>
    node && 'resolutions' in node ? node.resolutions : null,
  );
  return (
    <Listed
      list={list}
      none={t('me.results.none')}
      draw={(resolution) => <ResolutionLine key={resolution.id} resolution={resolution} />}
    />
  );
}

/** A resolution in a list. */
export function ResolutionLine(props: { readonly resolution: MeResolutionLineFragment }) {
  const { id, number, state, adoptedAt, noticeUntil, motion } = props.resolution;
  const { t } = useTranslation();
  return (
    <Line
      title={motion?.title ?? t('me.resolution', { number })}
      to={`/me/resolutions/${encodeURIComponent(id)}`}
      state={t(`me.resolution.state.${state}`)}
      isGood={state === 'EXECUTED'}
    >
      {t('me.resolution', { number })} · <Day of={adoptedAt.slice(0, 10)} />
      {state === 'ADOPTED' && (
        <>
          {' · '}
          {t('me.resolution.notice')} <Day of={noticeUntil} />
        </>
      )}
    </Line>
  );
}
