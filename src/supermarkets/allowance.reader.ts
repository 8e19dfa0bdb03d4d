import type { EntityManager } from 'typeorm';
import type { Batch, GroupBatch } from '../api/context';
import { account } from '../bookkeeping/chart';
import { addMonths, type Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import { accountsById } from '../ledger/account.reader';
import { accountId } from '../ledger/account-ref';
import type { AllowanceClassRow } from './allowance-class.entity';

const COLUMNS = 'class.community_id "communityId", class.id, class.code, class.name';

export const allowanceClassById: Batch<AllowanceClassRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${COLUMNS} from allowance_class class
       where class.community_id = $1 and class.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** A community's classes (at most 50), by code. */
export async function allowanceClassesIn(
  db: EntityManager,
  communityId: string,
): Promise<AllowanceClassRow[]> {
  return await read(
    db,
    `select ${COLUMNS} from allowance_class class where class.community_id = $1
     order by class.code`,
    [communityId],
  );
}

/** What a class allows a household in a month. */
export interface AllowanceRule {
  readonly classId: string;
  /** The first day of the month from which it holds. */
  readonly validFrom: Day;
  readonly pieces: number;
  readonly extraPieces: number;
}

const RULE = `version.class_id "classId", version.valid_from "validFrom", version.pieces,
  version.extra_pieces "extraPieces"`;

/** The rules in force; keys are `class/2026-11`. A class that begins later has none. */
export const ruleOfMonth: Batch<AllowanceRule & { readonly key: string }> = {
  read: async (db, communityId, keys) => {
    const asked = keys.map((key) => key.split('/'));
    return await read(
      db,
      `select asked.key, ${RULE}
       from unnest($2::text[], $3::uuid[], $4::date[]) as asked (key, class_id, month)
       cross join lateral (
         select * from allowance_version version
         where version.community_id = $1 and version.class_id = asked.class_id
           and version.valid_from <= asked.month
         order by version.valid_from desc, version.id desc limit 1
       ) version`,
      [communityId, keys, asked.map(([id]) => id), asked.map(([, month]) => `${month}-01`)],
    );
  },
  keyOf: ({ key }) => key,
};

/** The rule of each class that reaches furthest into the future. */
export const latestRule: Batch<AllowanceRule> = {
  read: (db, communityId, classIds) =>
    read(
      db,
      `select distinct on (version.class_id) ${RULE} from allowance_version version
       where version.community_id = $1 and version.class_id = any ($2)
       order by version.class_id, version.valid_from desc, version.id desc`,
      [communityId, classIds],
    ),
  keyOf: ({ classId }) => classId,
};

/** What a household may still take of a class in a month. */
export interface HouseholdAllowance {
  readonly key: string;
  readonly communityId: string;
  readonly classId: string;
  readonly productClass: string;
  readonly name: string;
  readonly granted: number;
  readonly remaining: number;
  /** The day after the last on which it may be taken. */
  readonly until: Day;
}

/** The key of a household's allowances on a day. */
export const householdOn = (householdId: string, day: Day) => `${householdId}@${day}`;

/** Each household's allowances in the month of a day; keys are made by `householdOn`. */
export const allowancesOfHousehold: GroupBatch<HouseholdAllowance> = {
  many: true,
  read: async (db, communityId, keys) => {
    const days = new Set(keys.map((key) => key.slice(-10)));
    const read = [...days].map((day) =>
      allowancesOn(
        db,
        communityId,
        keys.filter((key) => key.endsWith(day)).map((key) => key.slice(0, -11)),
        day,
      ),
    );
    return (await Promise.all(read)).flat();
  },
  keyOf: ({ key }) => key,
};

interface GrantedRow {
  readonly householdId: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly granted: number;
}

async function allowancesOn(
  db: EntityManager,
  communityId: string,
  householdIds: readonly string[],
  day: Day,
): Promise<HouseholdAllowance[]> {
  const month = day.slice(0, 7);
  const rows = await grantedOn(db, communityId, householdIds, day);
  const idOf = (row: GrantedRow) =>
    accountId(communityId, account('householdAllowance', row.householdId, month), row.id);
  const accounts = await accountsById(db, communityId, rows.map(idOf));
  const opened = new Map(accounts.map((each) => [each.id, each]));
  const until = addMonths(`${month}-01`, 1);
  return rows.map((row) => {
    const held = opened.get(idOf(row));
    return {
      key: householdOn(row.householdId, day),
      communityId,
      classId: row.id,
      productClass: row.code,
      name: row.name,
      granted: row.granted,
      remaining: held && held.credits > 0n ? Number(held.balance) : row.granted,
      until,
    };
  });
}

/** What each class in force gives each household: more where a member is in a priority group. */
async function grantedOn(
  db: EntityManager,
  communityId: string,
  householdIds: readonly string[],
  day: Day,
): Promise<GrantedRow[]> {
  return await read(
    db,
    `select household.id "householdId", class.id, class.code, class.name,
       rule.pieces + case when ${hasPriority('$3::date')} then rule.extra_pieces else 0 end as granted
     from unnest($2::uuid[]) as household (id)
     cross join allowance_class class
     cross join lateral (
       select version.pieces, version.extra_pieces from allowance_version version
       where version.community_id = $1 and version.class_id = class.id
         and version.valid_from <= $3::date
       order by version.valid_from desc, version.id desc limit 1
     ) rule
     where class.community_id = $1
     order by household.id, class.code`,
    [communityId, householdIds, day],
  );
}

/** Whether someone who lives in `household.id` on a day belongs to a priority group. */
export const hasPriority = (day: string) => `exists (select 1 ${belonging(day)})`;

/** The priority groups that someone who lives in `household.id` belongs to on a day. */
export const priorityGroups = (day: string) =>
  `array(select distinct belongs.priority_group ${belonging(day)})`;

const belonging = (day: string) => `from resident member
  join resident_priority belongs
    on belongs.community_id = $1 and belongs.resident_id = member.id
  where member.community_id = $1 and member.household_id = household.id
    and (member.moved_out is null or member.moved_out > ${day})
    and belongs.valid_from <= ${day}
    and (belongs.valid_until is null or belongs.valid_until > ${day})`;
