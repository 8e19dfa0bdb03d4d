import { ownResidence } from '../ballots/ballot.policy';
import { authorise, personOf } from '../kernel/actor';
import { dayOf, startOf } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName, readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import { kindOf } from './meeting-kinds';
import { dayOfMeeting, endOf } from './meeting-times';
import type { MeetingRow } from './meeting.entity';
import { mayKeep } from './meeting.policy';
import { holdMeeting, MEETING_PATH, needMeeting } from './meeting.reader';
import { TopicRow } from './topic.entity';

export interface ProposeTopic {
  readonly meetingId: string;
  readonly title: string;
  readonly text: string;
}

/**
 * Proposes a topic for a meeting: residents of the community, people of organisations there where
 * organisations meet, and who sees to it; until the day before or, where the kind says so, until it
 * ends (B10, A4). Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `MEETING_CANCELLED`, `MEETING_CLOSED`,
 * `TOPICS_NOT_TAKEN`, `TOPICS_CLOSED`.
 */
export async function proposeTopic(work: UnitOfWork, input: ProposeTopic): Promise<TopicRow> {
  const found = await needMeeting(work, input.meetingId);
  const at = await needPlace(work, found.placeId, MEETING_PATH);
  authorise(work.actor, belongs(work, found, at) || (await mayKeep(work, found)));
  const proposedBy = personOf(work.actor);
  const title = readName(input.title, ['title']);
  const text = readReason(input.text, ['text']);
  const meeting = await holdMeeting(work, found, 'beside');
  refuseTime(work, meeting, at);
  const { communityId, id: meetingId } = meeting;
  const topic: TopicRow = {
    ...{ communityId, id: newId(), meetingId, title, text, proposedBy, proposedAt: work.now },
    onTheDay: dayOf(work.now, at.timeZone) === dayOfMeeting(meeting, at),
    ...{ became: null, motionId: null, note: null, decidedBy: null, decidedAt: null },
  };
  await work.db.insert(TopicRow, topic);
  return topic;
}

function belongs({ actor }: UnitOfWork, meeting: MeetingRow, at: PlaceRow): boolean {
  const { attendedBy } = kindOf(meeting.kind);
  return attendedBy.some((attendee) => {
    if (attendee === 'residents') return ownResidence(actor, meeting.communityId) !== null;
    if (attendee === 'members') return false;
    return actor.standings.some(({ placeId }) => at.lineage.includes(placeId));
  });
}

function refuseTime({ now }: UnitOfWork, meeting: MeetingRow, at: PlaceRow): void {
  const { topics } = kindOf(meeting.kind);
  if (topics === 'never') throw new Refusal('TOPICS_NOT_TAKEN', {}, MEETING_PATH);
  const last = topics === 'end' ? endOf(meeting) : startOf(dayOfMeeting(meeting, at), at.timeZone);
  if (now >= last) throw new Refusal('TOPICS_CLOSED', {}, MEETING_PATH);
}
