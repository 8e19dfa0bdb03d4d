import { dayOf, type Day } from '../kernel/calendar';
import { sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { bandOn } from '../reports/figures';
import { lockResidents } from '../society/resident.reader';
import { ActivityRow } from './activity.entity';
import { holdActivity } from './activity.reader';
import { activityToTell } from './activity-to-tell';

export interface RecordActivity {
  readonly activityId: string;
  readonly residentIds: readonly string[];
  readonly report: string;
}

const MOST_PEOPLE = 300;

/**
 * Tells what came of an activity that was held: a report, and which residents took part (C4; who
 * acts for the courtyard). Everyone is told how many they were, by age and never of few; who they
 * were, only those who keep the list. Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `LIST_LENGTH`,
 * `OTHER_COMMUNITY`, `RESIDENT_TWICE`, `ACTIVITY_TOLD`, `ACTIVITY_TO_COME`, `NOT_RESIDENT_HERE`,
 * `RESIDENT_GONE`.
 */
export async function recordActivity(
  work: UnitOfWork,
  input: RecordActivity,
): Promise<ActivityRow> {
  const { activity: found, at } = await activityToTell(work, input.activityId);
  const report = readReason(input.report, ['report']);
  const residentIds = readPeople(input.residentIds, found.communityId);
  const activity = await holdActivity(work, found);
  const { communityId, id } = activity;
  if (activity.startsAt > work.now) throw new Refusal('ACTIVITY_TO_COME', {}, ['activityId']);
  const on = dayOf(activity.startsAt, at.timeZone);
  await refuseElsewhere(work, communityId, residentIds, on);
  const told = {
    ...{ state: 'held' as const, participants: residentIds.length, report },
    ...{ recordedBy: work.actor.personId, recordedAt: work.now },
  };
  await work.db.update(ActivityRow, { communityId, id }, told);
  await work.db.query(
    `insert into activity_participant (community_id, activity_id, resident_id, band)
     select $1, $2, resident.id, ${bandOn('resident.birth_date', '$4::date')}
     from resident where resident.community_id = $1 and resident.id = any ($3)`,
    [communityId, id, residentIds, on],
  );
  return { ...activity, ...told };
}

const at = (i: number) => ['residentIds', String(i)];

function readPeople(given: readonly string[], communityId: string): string[] {
  if (given.length < 1 || given.length > MOST_PEOPLE)
    throw new Refusal('LIST_LENGTH', { least: 1, largest: MOST_PEOPLE }, ['residentIds']);
  const seen = new Set<string>();
  return given.map((globalId, i) => {
    const id = sameCommunity(tenantRef('Resident', globalId, at(i)), communityId, at(i));
    if (seen.has(id)) throw new Refusal('RESIDENT_TWICE', {}, at(i));
    seen.add(id);
    return id;
  });
}

/** All of them lived in the community on that day; locked, so that it stays so. */
async function refuseElsewhere(
  work: UnitOfWork,
  communityId: string,
  residentIds: readonly string[],
  on: Day,
): Promise<void> {
  const rows = await lockResidents(work, communityId, residentIds);
  residentIds.forEach((id, i) => {
    const row = rows.find((each) => each.id === id);
    if (!row) throw new Refusal('ID_UNKNOWN', { type: 'Resident' }, at(i));
    if (row.movedIn > on) throw new Refusal('NOT_RESIDENT_HERE', {}, at(i));
    if (row.movedOut !== null && row.movedOut <= on) throw new Refusal('RESIDENT_GONE', {}, at(i));
  });
}
