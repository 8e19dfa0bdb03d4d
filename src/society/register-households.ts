import { authorise } from '../kernel/actor';
import { dayOf, type Day } from '../kernel/calendar';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { HouseholdRow } from './household.entity';
import { needGrids } from './household.reader';
import { insertResidents, readResidents, type ResidentInput } from './new-residents';
import { needCommunity } from './place.reader';
import type { ResidentRow } from './resident.entity';
import { isRegistrar } from './society.policy';

export interface RegisterHouseholdsInput {
  readonly communityId: string;
  readonly households: readonly {
    readonly address: string;
    readonly gridId?: string | null;
    readonly residents: readonly ResidentInput[];
  }[];
}

/** How many households one call takes, each with up to 20 residents. */
const LARGEST_CALL = 500;

/**
 * Registers a community's households with the people who live in them, all of a call or none
 * (cadres and officers of the community). Each table is written in one statement.
 *
 * Refuses: `ID_UNKNOWN`, `OTHER_COMMUNITY` (a grid), `LIST_LENGTH`, `TEXT_LENGTH`, `ADDRESS_TAKEN`,
 * `DAY_UNREADABLE`, `DAY_FUTURE`, `PHONE_UNREADABLE`; `path` leads to the line: `households.3.…`.
 */
export async function registerHouseholds(
  work: UnitOfWork,
  input: RegisterHouseholdsInput,
): Promise<HouseholdRow[]> {
  const path = ['communityId'];
  const community = await needCommunity(work.db, input.communityId, path);
  authorise(work.actor, isRegistrar(work.actor, community));
  const today = dayOf(work.now, community.timeZone);
  const { households, residents } = readHouseholds(input, community.id, today);
  await needGrids(work, community, input.households);
  await work.begin();
  await insertHouseholds(work, community.id, households);
  await insertResidents(work, community.id, residents);
  return households;
}

function readHouseholds(input: RegisterHouseholdsInput, communityId: string, today: Day) {
  if (input.households.length < 1 || input.households.length > LARGEST_CALL)
    throw new Refusal('LIST_LENGTH', { least: 1, largest: LARGEST_CALL }, ['households']);
  const addresses = new Set<string>();
  const residents: ResidentRow[] = [];
  const households = input.households.map((given, index): HouseholdRow => {
    const at = ['households', String(index)];
    const address = readText(given.address, 200, [...at, 'address']);
    if (addresses.has(address)) throw new Refusal('ADDRESS_TAKEN', { address }, [...at, 'address']);
    addresses.add(address);
    const id = newId();
    const home = { communityId, householdId: id };
    residents.push(...readResidents(given.residents, home, today, [...at, 'residents']));
    const gridId = given.gridId ? cityRef('Place', given.gridId, [...at, 'gridId']) : null;
    return { communityId, id, address, gridId };
  });
  return { households, residents };
}

async function insertHouseholds(
  work: UnitOfWork,
  communityId: string,
  rows: readonly HouseholdRow[],
): Promise<void> {
  const inserted: { address: string }[] = await work.db.query(
    `insert into household (community_id, id, address, grid_id)
     select $1, id, address, grid_id
     from unnest($2::uuid[], $3::text[], $4::uuid[]) as given (id, address, grid_id)
     on conflict (community_id, address) do nothing returning address`,
    [
      communityId,
      rows.map((row) => row.id),
      rows.map((row) => row.address),
      rows.map((row) => row.gridId),
    ],
  );
  const done = new Set(inserted.map(({ address }) => address));
  const taken = rows.findIndex(({ address }) => !done.has(address));
  if (taken < 0) return;
  const { address } = rows[taken] ?? { address: '' };
  throw new Refusal('ADDRESS_TAKEN', { address }, ['households', String(taken), 'address']);
}
