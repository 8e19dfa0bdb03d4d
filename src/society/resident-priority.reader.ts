import type { EntityManager } from 'typeorm';
import type { Batch, GroupBatch } from '../api/context';
import type { Day } from '../kernel/calendar';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PriorityGroup, ResidentPriorityRow } from './resident-priority.entity';

const COLUMNS = `community_id "communityId", id, resident_id "residentId",
  priority_group "priorityGroup", valid_from "validFrom", valid_until "validUntil"`;

export const priorityById: Batch<ResidentPriorityRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${COLUMNS} from resident_priority where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** A resident's priorities: past, present and coming. */
export const prioritiesOfResident: GroupBatch<ResidentPriorityRow> = {
  many: true,
  read: (db, communityId, residentIds) =>
    read(
      db,
      `select ${COLUMNS} from resident_priority
       where community_id = $1 and resident_id = any ($2) order by resident_id, valid_from, id`,
      [communityId, residentIds],
    ),
  keyOf: ({ residentId }) => residentId,
};

/** The priority groups of which a household has a member living there on a day. */
export async function groupsInHousehold(
  db: EntityManager,
  communityId: string,
  householdId: string,
  day: Day,
): Promise<PriorityGroup[]> {
  const rows: { priorityGroup: PriorityGroup }[] = await read(
    db,
    `select distinct held.priority_group "priorityGroup"
     from resident join resident_priority held
       on held.community_id = resident.community_id and held.resident_id = resident.id
     where resident.community_id = $1 and resident.household_id = $2
       and (resident.moved_out is null or resident.moved_out > $3)
       and held.valid_from <= $3 and (held.valid_until is null or held.valid_until > $3)
     order by 1`,
    [communityId, householdId, day],
  );
  return rows.map(({ priorityGroup }) => priorityGroup);
}

/** The priority that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needPriority(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<ResidentPriorityRow> {
  return await needRow(work, priorityById, { type: 'ResidentPriority', globalId, path });
}
