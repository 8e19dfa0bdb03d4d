import type { Batch, GroupBatch } from '../api/context';
import type { Day } from '../kernel/calendar';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ResidentRow } from './resident.entity';

export const RESIDENT_COLUMNS = `community_id "communityId", id, household_id "householdId",
  person_id "personId", name, birth_date "birthDate", phone, moved_in "movedIn",
  moved_out "movedOut"`;

export const residentById: Batch<ResidentRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${RESIDENT_COLUMNS} from resident where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** Who lives in a household now, the longest there first. */
export const residentsOfHousehold: GroupBatch<ResidentRow> = {
  many: true,
  read: (db, communityId, householdIds) =>
    read(
      db,
      `select ${RESIDENT_COLUMNS} from resident
       where community_id = $1 and household_id = any ($2) and moved_out is null
       order by household_id, id`,
      [communityId, householdIds],
    ),
  keyOf: ({ householdId }) => householdId,
};

/** The resident that a command's input names, living here or moved out; unknown: `ID_UNKNOWN`. */
export async function needResident(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[],
): Promise<ResidentRow> {
  return await needRow(work, residentById, { type: 'Resident', globalId, path });
}

/**
 * The resident that a command's input names, who must live here on the day: `ID_UNKNOWN`, and
 * `RESIDENT_GONE` for one who had moved out by then.
 */
export async function needResidentHere(
  work: UnitOfWork,
  globalId: string,
  day: Day,
  path: readonly string[],
): Promise<ResidentRow> {
  const row = await needResident(work, globalId, path);
  if (row.movedOut !== null && row.movedOut <= day) throw new Refusal('RESIDENT_GONE', {}, path);
  return row;
}

/** A resident's row as it stands, locked until the unit of work ends; unknown: `ID_UNKNOWN`. */
export async function lockResident(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
  path: readonly string[],
): Promise<ResidentRow> {
  const [row]: ResidentRow[] = await work.db.query(
    `select ${RESIDENT_COLUMNS} from resident where community_id = $1 and id = $2 for update`,
    [communityId, id],
  );
  if (!row) throw new Refusal('ID_UNKNOWN', { type: 'Resident' }, path);
  return row;
}

/** Residents' rows as they stand, locked in one order; those that do not exist are left out. */
export async function lockResidents(
  work: UnitOfWork,
  communityId: string,
  ids: readonly string[],
): Promise<ResidentRow[]> {
  return await work.db.query(
    `select ${RESIDENT_COLUMNS} from resident where community_id = $1 and id = any ($2)
     order by id for update`,
    [communityId, ids],
  );
}
