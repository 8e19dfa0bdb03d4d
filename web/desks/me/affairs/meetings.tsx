import { useTranslation } from 'react-i18next';
import { MeMeetings, type MeMeetingLineFragment } from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { useList } from '../../kit/use-list';
import type { Home } from '../parts/home-place';
import { Line, Listed } from '../parts/line';

/** Meetings of the community, the latest first. */
export function Meetings({ home: { communityId } }: { readonly home: Home }) {
  const { t } = useTranslation();
  const list = useList(MeMeetings, { communityId }, ({ node }) =>
    node && 'meetings' in node ? node.meetings : null,
  );
  return (
    <Listed
      list={list}
      none={t('me.meetings.none')}
      draw={(meeting) => <MeetingLine key={meeting.id} meeting={meeting} />}
    />
  );
}

/** A meeting in a list. */
export function MeetingLine({ meeting }: { readonly meeting: MeMeetingLineFragment }) {
  const { t } = useTranslation();
  const { id, kind, title, startsAt, state, venue } = meeting;
  return (
    <Line
      title={title}
      to={`/me/meetings/${encodeURIComponent(id)}`}
      state={t(`me.meeting.state.${state}`)}
      isGood={state === 'UNDER_WAY'}
    >
      {t(`me.meeting.kind.${kind}`)} · <Moment of={startsAt} /> · {venue}
    </Line>
  );
}
