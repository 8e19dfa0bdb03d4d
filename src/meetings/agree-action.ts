import { authorise, personOf } from '../kernel/actor';
import { readDay, type Day } from '../kernel/calendar';
import { sameCommunity, tenantRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needOrganisation } from '../society/organisation.reader';
import { needPlace } from '../society/place.reader';
import { needResidentHere } from '../society/resident.reader';
import { ActionRow } from './action.entity';
import type { GroupRow } from './group.entity';
import { needGroup } from './group.reader';
import { dayOfMeeting, refuseEarly } from './meeting-times';
import type { MeetingRow } from './meeting.entity';
import { mayKeep } from './meeting.policy';
import { holdMeeting, MEETING_PATH, needMeeting } from './meeting.reader';
import { refuseFar } from './represent-organisation';

export interface AgreeAction {
  readonly meetingId: string;
  /** The group that agreed on it; left out: the whole meeting. */
  readonly groupId?: string | null;
  readonly text: string;
  /** Who does it: one of the two. */
  readonly organisationId?: string | null;
  readonly residentId?: string | null;
  readonly dueOn: Day;
}

/**
 * Writes down what a meeting, or a group of it, agreed to do, with who does it and by when, until
 * it is closed: who sees to the meeting, and who opened the group (B10). Refuses: `ID_UNKNOWN`,
 * `GROUP_ELSEWHERE`, `TEXT_LENGTH`, `DOER_NEEDED`, `NOT_HERE`, `OTHER_COMMUNITY`, `RESIDENT_GONE`,
 * `DAY_UNREADABLE`, `DAY_PAST`, `MEETING_CANCELLED`, `MEETING_CLOSED`, `MEETING_NOT_BEGUN`.
 */
export async function agreeAction(work: UnitOfWork, input: AgreeAction): Promise<ActionRow> {
  const found = await needMeeting(work, input.meetingId);
  const group = input.groupId ? await needGroup(work, input.groupId) : null;
  authorise(work.actor, opened(work, found, group) || (await mayKeep(work, found)));
  const agreedBy = personOf(work.actor);
  if (group && group.meetingId !== found.id) throw new Refusal('GROUP_ELSEWHERE', {}, ['groupId']);
  const text = readReason(input.text, ['text']);
  const at = await needPlace(work, found.placeId, MEETING_PATH);
  const day = dayOfMeeting(found, at);
  const dueOn = readDay(input.dueOn, ['dueOn']);
  if (dueOn < day) throw new Refusal('DAY_PAST', { today: day }, ['dueOn']);
  const doer = await readDoer(work, input, found, day);
  const meeting = await holdMeeting(work, found, 'beside');
  refuseEarly(meeting, work.now, MEETING_PATH);
  const { communityId, id: meetingId } = meeting;
  const action: ActionRow = {
    ...{ communityId, id: newId(), meetingId, groupId: group?.id ?? null, text, ...doer, dueOn },
    ...{ agreedBy, agreedAt: work.now, doneBy: null, doneAt: null, doneNote: null },
  };
  await work.db.insert(ActionRow, action);
  return action;
}

const opened = ({ actor }: UnitOfWork, meeting: MeetingRow, group: GroupRow | null): boolean =>
  group !== null && group.meetingId === meeting.id && group.openedBy === actor.personId;

/** Who does it: an organisation that works there, or a resident who lives there. */
async function readDoer(
  work: UnitOfWork,
  { organisationId, residentId }: AgreeAction,
  { communityId, placeId }: MeetingRow,
  day: Day,
): Promise<Pick<ActionRow, 'organisationId' | 'residentId'>> {
  if (Boolean(organisationId) === Boolean(residentId))
    throw new Refusal('DOER_NEEDED', {}, ['organisationId']);
  if (organisationId) {
    const organisation = await needOrganisation(work, organisationId, ['organisationId']);
    await refuseFar(work, organisation, await needPlace(work, placeId, MEETING_PATH));
    return { organisationId: organisation.id, residentId: null };
  }
  const path = ['residentId'];
  const given = residentId ?? '';
  sameCommunity(tenantRef('Resident', given, path), communityId, path);
  const resident = await needResidentHere(work, given, day, path);
  return { organisationId: null, residentId: resident.id };
}
