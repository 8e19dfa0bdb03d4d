import { COUNCIL_KINDS } from '../../../src/councils/council-kinds';
import { foundCouncil } from '../../../src/councils/found-council';
import { seatMembers } from '../../../src/councils/seat-members';
import { setCouncilRule } from '../../../src/councils/set-council-rule';
import { toGlobalId } from '../../../src/kernel/global-id';
import { agreeAction } from '../../../src/meetings/agree-action';
import { attendMeeting } from '../../../src/meetings/attend-meeting';
import { closeMeeting } from '../../../src/meetings/close-meeting';
import { conveneMeeting } from '../../../src/meetings/convene-meeting';
import type { MeetingKind } from '../../../src/meetings/meeting-kinds';
import { openGroup } from '../../../src/meetings/open-group';
import { pitchProject } from '../../../src/meetings/pitch-project';
import { proposeTopic } from '../../../src/meetings/propose-topic';
import { recordMeetingAttendance } from '../../../src/meetings/record-meeting-attendance';
import { writeMinutes } from '../../../src/meetings/write-minutes';
import type { CommunityWorld, World } from '../../support/world';
import type { Run } from './furnish';
import { day, hours } from './moments';

/** Meetings in every stage. */
export interface Met {
  /** Forums to come. */
  readonly toChange: string;
  readonly toCancel: string;
  /** An open space that is being held, and what is talked of there. */
  readonly space: string;
  readonly toGroup: string;
  readonly toMotion: string;
  readonly toNeed: string;
  readonly toWithdraw: string;
  readonly group: string;
  readonly action: string;
  /** Lists of one resident that wait, and a resident who stands on none. */
  readonly toWitness: string;
  readonly toReject: string;
  readonly unlisted: string;
  /** A pitch fair that is being held, and what is presented there. */
  readonly fair: string;
  readonly pitch: string;
  /** A forum that is over, and to which somebody came. */
  readonly toClose: string;
  /** Minutes of a forum that is closed. */
  readonly toApprove: string;
}

/** The residents themselves decide what comes of topics. */
async function letDecide(run: Run, { officer }: World, home: CommunityWorld): Promise<void> {
  const kind = 'residents_meeting' as const;
  const asked = { kind, name: 'Meeting of all', placeId: home.place.globalId };
  const { id } = await run(officer, (work) => foundCouncil(work, asked));
  const councilId = toGlobalId('Council', home.id, id);
  const rule = { ...COUNCIL_KINDS[kind].rule, minSeats: 1, councilId };
  await run(officer, (work) => setCouncilRule(work, rule));
  const members = [{ residentId: home.members[0].resident.globalId }];
  await run(officer, (work) => seatMembers(work, { councilId, validFrom: day(), members }));
}

export async function meet(run: Run, world: World, home: CommunityWorld): Promise<Met> {
  await letDecide(run, world, home);
  const { cadre, leader, team } = home;
  const idOf = (type: string) => (row: { id: string }) => toGlobalId(type, home.id, row.id);
  const convene = async (title: string, kind: MeetingKind, hoursFromNow: number) => {
    const startsAt = new Date(hours(hoursFromNow));
    const asked = {
      ...{ kind, placeId: home.place.globalId, title, venue: 'The reading room' },
      ...{ startsAt, durationMinutes: 480 },
    };
    const before = hoursFromNow < 0 ? new Date(hours(-24 * 30)) : undefined;
    return idOf('Meeting')(await run(cadre, (work) => conveneMeeting(work, asked), before));
  };
  const space = await convene('Open space', 'open_space', -1);
  const propose = async (title: string) => {
    const asked = { meetingId: space, title, text: 'There is none.' };
    return idOf('MeetingTopic')(await run(leader, (work) => proposeTopic(work, asked)));
  };
  const list = async (n: number) => {
    const residentIds = [home.households[0]!.residents[n + 1]!.globalId];
    const asked = { meetingId: space, residentIds };
    const row = await run(cadre, (work) => recordMeetingAttendance(work, asked));
    return idOf('MeetingAttendanceList')(row);
  };
  const held = async (title: string) => {
    const meetingId = await convene(title, 'forum', -1);
    await run(leader, (work) => attendMeeting(work, { meetingId }));
    return meetingId;
  };
  const open = { topicId: await propose('Shade'), spot: 'By the door' };
  const group = idOf('MeetingGroup')(await run(leader, (work) => openGroup(work, open)));
  const agreed = {
    ...{ meetingId: space, groupId: group, text: 'Ask for trees', dueOn: day(10) },
    organisationId: team.globalId,
  };
  const fair = await convene('Fair', 'pitch_fair', -1);
  const project = { meetingId: fair, organisationId: team.globalId, title: 'Repairs', text: 'All' };
  const closed = await held('Closed forum');
  await run(cadre, (work) => closeMeeting(work, { meetingId: closed }));
  const text = { meetingId: closed, text: 'We talked of shade.' };
  return {
    toChange: await convene('To change', 'forum', 24 * 10),
    toCancel: await convene('To cancel', 'forum', 24 * 10),
    ...{ space, group, fair },
    ...{ toGroup: await propose('A bench'), toMotion: await propose('A lamp') },
    ...{ toNeed: await propose('A tap'), toWithdraw: await propose('A wall') },
    action: idOf('MeetingAction')(await run(leader, (work) => agreeAction(work, agreed))),
    ...{ toWitness: await list(0), toReject: await list(1) },
    unlisted: home.households[1]!.residents[1]!.globalId,
    pitch: idOf('MeetingPitch')(await run(leader, (work) => pitchProject(work, project))),
    toClose: await held('Forum to close'),
    toApprove: idOf('MeetingMinutes')(await run(cadre, (work) => writeMinutes(work, text))),
  };
}
