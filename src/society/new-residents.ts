import { readDay, type Day } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ResidentRow } from './resident.entity';

/** Someone to be put on the register. */
export interface ResidentInput {
  readonly name: string;
  readonly birthDate?: Day | null;
  readonly phone?: string | null;
  /** Today, where it is not said. */
  readonly movedIn?: Day | null;
}

/** How many people a household holds at most. */
export const LARGEST_HOUSEHOLD = 20;

/**
 * Reads people who move into a household. Refuses: `LIST_LENGTH`, `TEXT_LENGTH`, `DAY_UNREADABLE`,
 * `DAY_FUTURE`, `PHONE_UNREADABLE`.
 */
export function readResidents(
  given: readonly ResidentInput[],
  home: { readonly communityId: string; readonly householdId: string },
  today: Day,
  path: readonly string[],
): ResidentRow[] {
  if (given.length > LARGEST_HOUSEHOLD)
    throw new Refusal('LIST_LENGTH', { least: 0, largest: LARGEST_HOUSEHOLD }, path);
  return given.map((each, index) => {
    const at = [...path, String(index)];
    return {
      ...home,
      id: newId(),
      personId: null,
      name: readName(each.name, [...at, 'name']),
      birthDate: each.birthDate ? readPastDay(each.birthDate, today, [...at, 'birthDate']) : null,
      phone: readPhone(each.phone, [...at, 'phone']),
      movedIn: each.movedIn ? readPastDay(each.movedIn, today, [...at, 'movedIn']) : today,
      movedOut: null,
    };
  });
}

/** Reads a day up to today; a later one is refused: `DAY_FUTURE`. */
export function readPastDay(given: Day, today: Day, path: readonly string[]): Day {
  const day = readDay(given, path);
  if (day > today) throw new Refusal('DAY_FUTURE', { today }, path);
  return day;
}

/** Reads a telephone number of 5 to 20 digits, leaving out spaces and dashes. */
function readPhone(given: string | null | undefined, path: readonly string[]): string | null {
  if (given === null || given === undefined) return null;
  const phone = given.replace(/[\s-]/g, '');
  if (!/^\+?\d{5,20}$/.test(phone)) throw new Refusal('PHONE_UNREADABLE', {}, path);
  return phone;
}

/** Writes new residents in one statement. */
export async function insertResidents(
  work: UnitOfWork,
  communityId: string,
  rows: readonly ResidentRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await work.db.query(
    `insert into resident
       (community_id, id, household_id, name, birth_date, phone, moved_in)
     select $1, given.*
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::text[], $7::date[]) as given`,
    [
      communityId,
      rows.map((row) => row.id),
      rows.map((row) => row.householdId),
      rows.map((row) => row.name),
      rows.map((row) => row.birthDate),
      rows.map((row) => row.phone),
      rows.map((row) => row.movedIn),
    ],
  );
}
