import { useTranslation } from 'react-i18next';
import {
  MeCouncilMeetings,
  MeCouncilMotions,
  MeCouncilResolutions,
} from '../../../generated/operations';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { Part } from '../../kit/part';
import { useRest } from '../../kit/use-rest';
import { MeetingLine } from '../affairs/meetings';
import { MotionLine } from '../affairs/motions';
import { ResolutionLine } from '../affairs/resolutions';
import { Lines } from '../parts/line';
import type { Council } from './council-page';

const COMING = ['CONVENED', 'UNDER_WAY'];

/** What is before a council, and what is behind it. */
export function Business({ council }: { readonly council: Council }) {
  const { id } = council;
  const meetings = useRest(
    MeCouncilMeetings,
    { id },
    council.meetings,
    ({ node }) => found(node, 'meetings')?.meetings,
  );
  const coming = meetings.data.filter(({ state }) => COMING.includes(state));
  const past = meetings.data.filter(({ state }) => !COMING.includes(state));
  return (
    <>
      <Agenda council={council} coming={coming} />
      <Past council={council} past={past} meetings={meetings} />
    </>
  );
}

type Meeting = Council['meetings']['edges'][number]['node'];

function useMotions({ id }: Council, state: 'ADMITTED' | 'VOTING', first: Council['voting']) {
  return useRest(
    MeCouncilMotions,
    { id, state },
    first,
    ({ node }) => found(node, 'motions')?.motions,
  );
}

function Agenda(props: { readonly council: Council; readonly coming: readonly Meeting[] }) {
  const { council, coming } = props;
  const { t } = useTranslation();
  const voting = useMotions(council, 'VOTING', council.voting);
  const admitted = useMotions(council, 'ADMITTED', council.admitted);
  return (
    <Part title={t('me.council.agenda')}>
      {coming.length === 0 && <span>{t('me.council.no-meeting')}</span>}
      <Lines>
        {coming.map((meeting) => (
          <MeetingLine key={meeting.id} meeting={meeting} />
        ))}
        {[...voting.data, ...admitted.data].map((motion) => (
          <MotionLine key={motion.id} motion={motion} />
        ))}
      </Lines>
      <More list={voting} of={t('me.motion.state.VOTING')} />
      <More list={admitted} of={t('me.motion.state.ADMITTED')} />
    </Part>
  );
}

function Past(props: {
  readonly council: Council;
  readonly past: readonly Meeting[];
  readonly meetings: Parameters<typeof More>[0]['list'];
}) {
  const { council, past, meetings } = props;
  const { t } = useTranslation();
  const resolutions = useRest(
    MeCouncilResolutions,
    { id: council.id },
    council.resolutions,
    ({ node }) => found(node, 'resolutions')?.resolutions,
  );
  return (
    <Part title={t('me.council.past')}>
      {past.length === 0 && resolutions.data.length === 0 && <span>{t('me.council.nothing')}</span>}
      <Lines>
        {past.map((meeting) => (
          <MeetingLine key={meeting.id} meeting={meeting} />
        ))}
      </Lines>
      <More list={meetings} of={t('me.meetings')} />
      <Lines>
        {resolutions.data.map((resolution) => (
          <ResolutionLine key={resolution.id} resolution={resolution} />
        ))}
      </Lines>
      <More list={resolutions} of={t('me.results')} />
    </Part>
  );
}
