import { councilById } from '../councils/council.reader';
import { authorise } from '../kernel/actor';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import { MeetingChangeRow } from './meeting-change.entity';
import { kindOf } from './meeting-kinds';
import { readAnnounced, refuseNotice, type Announced } from './meeting-times';
import { MeetingRow } from './meeting.entity';
import { mayKeep } from './meeting.policy';
import { holdMeeting, MEETING_PATH, needMeeting } from './meeting.reader';
import { refuseUnseated } from './refuse-unseated';

export interface ChangeMeeting extends Announced {
  readonly meetingId: string;
  readonly reason: string;
}

/**
 * Announces a meeting anew before it begins, with a reason (who sees to it); what was announced
 * before stays to be read. Another moment asks for the whole notice again. Refuses: `ID_UNKNOWN`,
 * `TEXT_LENGTH`, `AGENDA_NEEDED`, `LINK_UNREADABLE`, `MEETING_LENGTH`, `MEETING_CANCELLED`,
 * `MEETING_CLOSED`, `MEETING_BEGUN`, `NOTICE_TOO_SHORT`, `MEETING_TOO_FAR`, `COUNCIL_DISSOLVED`,
 * `COUNCIL_NOT_SITTING`.
 */
export async function changeMeeting(work: UnitOfWork, input: ChangeMeeting): Promise<MeetingRow> {
  const found = await needMeeting(work, input.meetingId);
  authorise(work.actor, await mayKeep(work, found));
  const announced = readAnnounced(kindOf(found.kind), input);
  const reason = readReason(input.reason, ['reason']);
  const at = await needPlace(work, found.placeId, MEETING_PATH);
  const before = await holdMeeting(work, found, 'alone');
  if (work.now >= before.startsAt) throw new Refusal('MEETING_BEGUN', {}, MEETING_PATH);
  if (announced.startsAt.getTime() !== before.startsAt.getTime())
    await refuseMoment(work, before, announced.startsAt, at);
  const { communityId, id: meetingId, agenda, venue, link, startsAt, durationMinutes } = before;
  await work.db.insert(MeetingChangeRow, {
    ...{ communityId, id: newId(), meetingId, agenda, venue, link, startsAt, durationMinutes },
    ...{ reason, changedBy: work.actor.personId, changedAt: work.now },
  });
  await work.db.update(MeetingRow, { communityId, id: meetingId }, announced);
  return { ...before, ...announced };
}

/** Another moment: with the notice of its kind, and on a day on which its council sits. */
async function refuseMoment(
  work: UnitOfWork,
  { communityId, kind, councilId }: MeetingRow,
  startsAt: Date,
  at: PlaceRow,
): Promise<void> {
  refuseNotice(work, kindOf(kind), startsAt, at);
  if (councilId === null) return;
  const [council] = await councilById.read(work.db, communityId, [councilId]);
  if (council) await refuseUnseated(work, council, startsAt, at, ['startsAt']);
}
