import { randomBytes } from 'node:crypto';
import type { CouncilKind, CouncilRuleValues } from '../../src/councils/council-kinds';
import { COUNCIL_KINDS } from '../../src/councils/council-kinds';
import type { CouncilSeatRow, Vacancy } from '../../src/councils/council-seat.entity';
import type { CouncilRow } from '../../src/councils/council.entity';
import { fillSeat } from '../../src/councils/fill-seat';
import { foundCouncil } from '../../src/councils/found-council';
import { seatMembers } from '../../src/councils/seat-members';
import { setCouncilRule } from '../../src/councils/set-council-rule';
import { vacateSeat } from '../../src/councils/vacate-seat';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork, type UnitOfWork } from '../../src/kernel/unit-of-work';
import { appointMember } from '../../src/society/appoint-member';
import { registerHouseholds } from '../../src/society/register-households';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';

/** A community that deliberates. */
export interface Chamber {
  readonly database: FreshDatabase;
  readonly world: World;
}

export async function newChamber(): Promise<Chamber> {
  const database = await freshDatabase();
  return { database, world: await newWorld(database.dataSource) };
}

export const ZONE = 'Asia/Shanghai';
export const TODAY = dayOf(new Date(), ZONE);

export async function run<T>(
  { database }: Chamber,
  command: (work: UnitOfWork) => Promise<T>,
  actor: Actor = SYSTEM,
  now?: Date,
): Promise<T> {
  return await inUnitOfWork(database.dataSource, actor, command, now);
}

export const councilId = ({ communityId, id }: CouncilRow) =>
  toGlobalId('Council', communityId, id);
export const seatId = ({ communityId, id }: { communityId: string; id: string }) =>
  toGlobalId('CouncilSeat', communityId, id);

/** So many residents of a household of their own, by their global ids. */
export async function moveIn(
  chamber: Chamber,
  people: number,
  how: { gridId?: string; at?: 'home' | 'other' } = {},
): Promise<string[]> {
  const { place, id } = chamber.world[how.at ?? 'home'];
  const rows = await run(chamber, (work) =>
    registerHouseholds(work, {
      communityId: place.globalId,
      households: Array.from({ length: people }, (_, n) => ({
        ...{ address: randomBytes(8).toString('hex'), gridId: how.gridId ?? null },
        residents: [{ name: `Member ${n}`, movedIn: '2020-01-01' }],
      })),
    }),
  );
  const residents: { id: string }[] = await chamber.database.dataSource.query(
    `select id from resident where community_id = $1 and household_id = any ($2) order by id`,
    [id, rows.map((row) => row.id)],
  );
  return residents.map((resident) => toGlobalId('Resident', id, resident.id));
}

export const found = (
  chamber: Chamber,
  kind: CouncilKind,
  placeId = chamber.world.home.place.globalId,
): Promise<CouncilRow> =>
  run(chamber, (work) =>
    foundCouncil(work, { kind, name: `Council ${randomBytes(6).toString('hex')}`, placeId }),
  );

export interface Given {
  readonly residentId: string;
  readonly groupId?: string;
}

export const members = (residentIds: readonly string[], groupId?: string): Given[] =>
  residentIds.map((residentId) => ({ residentId, ...(groupId ? { groupId } : {}) }));

export const seat = (
  chamber: Chamber,
  council: CouncilRow,
  given: readonly Given[],
  validFrom = TODAY,
): Promise<CouncilRow> =>
  run(chamber, (work) =>
    seatMembers(work, { councilId: councilId(council), validFrom, members: given }),
  );

/** A group with a council of so many residents. */
export async function group(chamber: Chamber, people: number) {
  const residents = await moveIn(chamber, people);
  const council = await found(chamber, 'group_council');
  await seat(chamber, council, members(residents));
  return { residents, council, id: councilId(council) };
}

export const setRule = (
  chamber: Chamber,
  council: CouncilRow,
  change: Partial<CouncilRuleValues> & { from?: Date },
  actor: Actor = SYSTEM,
) =>
  run(
    chamber,
    (work) =>
      setCouncilRule(work, {
        ...COUNCIL_KINDS[council.kind].rule,
        ...{ ...change, councilId: councilId(council) },
      }),
    actor,
  );

/** Makes residents cadres of their committee. */
export async function makeCadres(chamber: Chamber, residentIds: readonly string[]): Promise<void> {
  const { committee } = chamber.world.home;
  for (const residentId of residentIds)
    await run(chamber, (work) =>
      appointMember(work, {
        ...{ organisationId: committee.globalId, role: 'cadre', residentId },
        validFrom: '2020-01-01',
      }),
    );
}

export async function seatsOf(chamber: Chamber, council: CouncilRow): Promise<CouncilSeatRow[]> {
  return await chamber.database.dataSource.query(
    `select community_id "communityId", id, number, resident_id "residentId",
       group_id "groupId", valid_from "validFrom", valid_until "validUntil",
       ended_because "endedBecause"
     from council_seat where community_id = $1 and council_id = $2 order by id`,
    [council.communityId, council.id],
  );
}

export const vacate = (
  chamber: Chamber,
  held: CouncilSeatRow,
  how: { actor?: Actor; validUntil?: string; now?: Date; because?: Vacancy } = {},
) =>
  run(
    chamber,
    (work) =>
      vacateSeat(work, {
        ...{ seatId: seatId(held), because: how.because ?? 'resigned' },
        validUntil: how.validUntil ?? TODAY,
      }),
    how.actor,
    how.now,
  );

export const fill = (chamber: Chamber, held: CouncilSeatRow, residentId: string, now?: Date) =>
  run(chamber, (work) => fillSeat(work, { seatId: seatId(held), residentId }), SYSTEM, now);
