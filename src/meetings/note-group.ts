import { authorise, personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import { readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { GroupRow } from './group.entity';
import { GROUP_PATH, needGroup } from './group.reader';
import { mayKeep } from './meeting.policy';
import { holdMeeting, meetingOf } from './meeting.reader';

export interface NoteGroup {
  readonly groupId: string;
  /** How many worked in it. */
  readonly people: number;
  readonly notes: string;
}

const MOST_PEOPLE = 1000;

/**
 * Writes down what a group came to, in place of what stood there, until the meeting is closed: who
 * opened it, and who sees to the meeting (B10). Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`,
 * `GROUP_PEOPLE_RANGE`, `MEETING_CANCELLED`, `MEETING_CLOSED`.
 */
export async function noteGroup(work: UnitOfWork, input: NoteGroup): Promise<GroupRow> {
  const group = await needGroup(work, input.groupId);
  const found = await meetingOf(work, group);
  const own = group.openedBy === work.actor.personId;
  authorise(work.actor, own || (await mayKeep(work, found)));
  const notedBy = personOf(work.actor);
  const { people } = input;
  if (!Number.isInteger(people) || people < 1 || people > MOST_PEOPLE)
    throw new Refusal('GROUP_PEOPLE_RANGE', { most: MOST_PEOPLE }, ['people']);
  const notes = readText(input.notes, 4000, ['notes']);
  await holdMeeting(work, found, 'beside', GROUP_PATH);
  const { communityId, id } = group;
  const noted = { people, notes, notedBy, notedAt: work.now };
  await work.db.update(GroupRow, { communityId, id }, noted);
  return { ...group, ...noted };
}
