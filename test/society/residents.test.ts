import { SYSTEM } from '../../src/kernel/actor';
import { addDays, dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { appointMember } from '../../src/society/appoint-member';
import { endPriority } from '../../src/society/end-priority';
import { grantPriority } from '../../src/society/grant-priority';
import type { PriorityGroup } from '../../src/society/resident-priority.entity';
import { groupsInHousehold } from '../../src/society/resident-priority.reader';
import { moveOutResident } from '../../src/society/move-out-resident';
import { registerHouseholds } from '../../src/society/register-households';
import { registerPlace } from '../../src/society/register-place';
import { registerResidents } from '../../src/society/register-residents';
import {
  needResident,
  needResidentHere,
  residentsOfHousehold,
} from '../../src/society/resident.reader';
import { atOnce } from '../support/at-once';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries } from '../support/queries';
import { actorOf, newWorld, SINCE, type World } from '../support/world';
import { act, refused } from './acts';

let database: FreshDatabase;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
});
afterAll(() => database.drop());

const today = dayOf(new Date(), 'Asia/Shanghai');
let doors = 0;

const register = (households: object[], actor = world.home.cadre.actor) =>
  act(database.dataSource, actor, registerHouseholds, {
    communityId: world.home.place.globalId,
    households: households.map((each) => ({
      address: `Door ${(doors += 1)}`,
      residents: [],
      ...each,
    })),
  });

/** One new resident of the home community, alone in a household. */
async function newResident(input: object = {}) {
  const [household] = await register([{ residents: [{ name: 'Ma Liu', ...input }] }]);
  const { manager } = database.dataSource;
  const [row] = await residentsOfHousehold.read(manager, world.home.id, [household!.id]);
  return { row: row!, globalId: toGlobalId('Resident', world.home.id, row!.id), household };
}

const counts = async () =>
  (await database.dataSource.query(
    `select (select count(*)::int from household) as households,
       (select count(*)::int from resident) as residents`,
  )) as object[];

describe('registerHouseholds', () => {
  test('500 households of four go in with two inserts, or not at all', async () => {
    const family = [1, 2, 3, 4].map((n) => ({
      name: `Person ${n}`,
      birthDate: '1980-02-29',
      phone: '139 0000-000' + n,
    }));
    const households = Array.from({ length: 500 }, () => ({ residents: family }));
    const { result, statements } = await countQueries(database.dataSource, () =>
      register(households),
    );
    expect(result).toHaveLength(500);
    expect(statements.filter((sql) => /insert/i.test(sql))).toHaveLength(2);
    const { manager } = database.dataSource;
    const living = await residentsOfHousehold.read(manager, world.home.id, [result[499]!.id]);
    expect(
      living.map(({ name, phone, birthDate, movedIn }) => [name, phone, birthDate, movedIn]),
    ).toEqual(family.map((each, n) => [each.name, `1390000000${n + 1}`, '1980-02-29', today]));
    const before = await counts();
    expect(await refused(register([...households, {}]))).toBe('LIST_LENGTH households');
    expect(await refused(register([]))).toBe('LIST_LENGTH households');
    expect(await counts()).toEqual(before);
  });

  test('an address is there once: in the call, on the register, and in a race', async () => {
    const before = await counts();
    const twice = [{ address: 'Lane 1' }, { address: 'Lane 2' }, { address: ' Lane 1 ' }];
    expect(await refused(register(twice))).toBe('ADDRESS_TAKEN households.2.address');
    const taken = [{}, { address: 'Building 1, flat 101' }];
    expect(await refused(register(taken))).toBe('ADDRESS_TAKEN households.1.address');
    expect(await counts()).toEqual(before);
    const once = () => refused(register([{ address: 'Lane 9' }]));
    const outcomes = (await atOnce(database.dataSource, 6, once)).sort();
    const others = Array<string>(5).fill('ADDRESS_TAKEN households.0.address');
    expect(outcomes).toEqual([...others, 'done']);
    const same = { communityId: world.other.place.globalId };
    const there = { ...same, households: [{ address: 'Lane 9', residents: [] }] };
    const { actor } = world.other.cadre;
    expect(await act(database.dataSource, actor, registerHouseholds, there)).toHaveLength(1);
  });

  test('what is wrong is named to the line and the field, and nothing is written', async () => {
    const before = await counts();
    const wrong = (resident: object) =>
      refused(register([{}, { residents: [{ name: 'A' }, { name: 'B', ...resident }] }]));
    const at = 'households.1.residents.1';
    expect(await wrong({ name: ' ' })).toBe(`TEXT_LENGTH ${at}.name`);
    expect(await wrong({ birthDate: addDays(today, 1) })).toBe(`DAY_FUTURE ${at}.birthDate`);
    expect(await wrong({ birthDate: '2025-02-29' })).toBe(`DAY_UNREADABLE ${at}.birthDate`);
    expect(await wrong({ movedIn: addDays(today, 1) })).toBe(`DAY_FUTURE ${at}.movedIn`);
    for (const phone of ['1234', 'abcdef', '1'.repeat(21), ''])
      expect(await wrong({ phone })).toBe(`PHONE_UNREADABLE ${at}.phone`);
    const crowd = Array.from({ length: 21 }, () => ({ name: 'C' }));
    expect(await refused(register([{ residents: crowd }]))).toBe(
      'LIST_LENGTH households.0.residents',
    );
    expect(await refused(register([{ address: 'x'.repeat(201) }]))).toBe(
      'TEXT_LENGTH households.0.address',
    );
    expect(await counts()).toEqual(before);
    expect(await wrong({ birthDate: today, movedIn: today, phone: '12345' })).toBe('done');
  });

  test('a grid must lie in the community', async () => {
    const grid = async (parentId: string) => {
      const input = { kind: 'grid', name: 'Grid', parentId } as const;
      const row = await act(database.dataSource, SYSTEM, registerPlace, input);
      return toGlobalId('Place', null, row.id);
    };
    const here = await grid(world.home.place.globalId);
    const there = await grid(world.other.place.globalId);
    const [household] = await register([{ gridId: here }]);
    expect(toGlobalId('Place', null, household!.gridId!)).toBe(here);
    expect(await refused(register([{ gridId: here }, { gridId: there }]))).toBe(
      'OTHER_COMMUNITY households.1.gridId',
    );
    expect(await refused(register([{ gridId: world.street.globalId }]))).toBe(
      'ID_UNKNOWN households.0.gridId',
    );
  });

  test('the community’s cadres and officers above do it, in communities only', async () => {
    const { home, other, officer, auditor, outsider } = world;
    expect(await register([{}], officer.actor)).toHaveLength(1);
    for (const { actor } of [other.cadre, auditor, outsider, home.leader, home.storekeeper])
      expect(await refused(register([{}], actor))).toBe('FORBIDDEN');
    const street = { communityId: world.street.globalId, households: [] };
    expect(await refused(act(database.dataSource, SYSTEM, registerHouseholds, street))).toBe(
      'ID_UNKNOWN communityId',
    );
  });
});

test('people move into a household until it holds twenty, also when they come at once', async () => {
  const { household } = await newResident();
  const input = (n: number) => ({
    householdId: toGlobalId('Household', world.home.id, household!.id),
    residents: Array.from({ length: n }, () => ({ name: 'Baby' })),
  });
  const { actor } = world.home.cadre;
  const move = (n: number, by = actor) =>
    refused(act(database.dataSource, by, registerResidents, input(n)));
  expect(await move(0)).toBe('LIST_LENGTH residents');
  expect(await move(20)).toBe('LIST_LENGTH residents');
  const outcomes = await atOnce(database.dataSource, 3, () => move(10));
  expect(outcomes.sort()).toEqual(['LIST_LENGTH residents', 'LIST_LENGTH residents', 'done']);
  expect(await move(9)).toBe('done');
  expect(await move(1)).toBe('LIST_LENGTH residents');
  expect(await move(1, world.other.cadre.actor)).toBe('FORBIDDEN');
  const nowhere = {
    ...input(1),
    householdId: toGlobalId('Household', world.home.id, world.home.id),
  };
  expect(await refused(act(database.dataSource, actor, registerResidents, nowhere))).toBe(
    'ID_UNKNOWN householdId',
  );
});

describe('moveOutResident', () => {
  const move = (residentId: string, movedOut = today, actor = world.home.cadre.actor) =>
    act(database.dataSource, actor, moveOutResident, { residentId, movedOut });

  test('who moved out is no resident any more: no residence, no priority, no new role', async () => {
    const { row, globalId } = await newResident({ movedIn: '2020-01-01' });
    const { actor } = world.home.cadre;
    await act(database.dataSource, actor, grantPriority, {
      residentId: globalId,
      priorityGroup: 'disabled',
      validFrom: '2021-01-01',
    });
    const appoint = (role: 'member' | 'leader') =>
      act(database.dataSource, SYSTEM, appointMember, {
        organisationId: world.home.team.globalId,
        role,
        residentId: globalId,
        validFrom: SINCE,
      });
    const { personId } = await appoint('member');
    expect((await actorOf(database.dataSource, personId)).residences).toHaveLength(1);
    expect((await move(globalId)).movedOut).toBe(today);
    expect((await actorOf(database.dataSource, personId)).residences).toEqual([]);
    const { manager } = database.dataSource;
    const groups = (day: string) => groupsInHousehold(manager, world.home.id, row.householdId, day);
    expect(await groups(addDays(today, -1))).toEqual(['disabled']);
    expect(await groups(today)).toEqual([]);
    const living = await residentsOfHousehold.read(manager, world.home.id, [row.householdId]);
    expect(living).toEqual([]);
    expect(await refused(appoint('leader'))).toBe('RESIDENT_GONE residentId');
    expect(await refused(move(globalId))).toBe('RESIDENT_GONE residentId');
    const need = (day: string) =>
      inUnitOfWork(database.dataSource, SYSTEM, (work) =>
        needResidentHere(work, globalId, day, ['residentId']),
      );
    expect((await need(addDays(today, -1))).id).toBe(row.id);
    expect(await refused(need(today))).toBe('RESIDENT_GONE residentId');
  });

  test('not before moving in, not in the future, not by others', async () => {
    const { globalId } = await newResident({ movedIn: '2024-05-01' });
    expect(await refused(move(globalId, '2024-04-30'))).toBe('PERIOD_EMPTY movedOut');
    expect(await refused(move(globalId, addDays(today, 1)))).toBe('DAY_FUTURE movedOut');
    for (const { actor } of [world.other.cadre, world.home.leader, world.auditor])
      expect(await refused(move(globalId, today, actor))).toBe('FORBIDDEN');
    expect((await move(globalId, '2024-05-01')).movedOut).toBe('2024-05-01');
  });

  test('an id of another community finds nobody', async () => {
    const { row } = await newResident();
    const elsewhere = toGlobalId('Resident', world.other.id, row.id);
    expect(await refused(move(elsewhere))).toBe('ID_UNKNOWN residentId');
    const need = inUnitOfWork(database.dataSource, SYSTEM, (work) =>
      needResident(work, toGlobalId('Person', null, row.id), ['x']),
    );
    expect(await refused(need)).toBe('ID_UNKNOWN x');
  });
});

describe('priority groups', () => {
  const grant = (residentId: string, input: object = {}, actor = world.home.cadre.actor) =>
    act(database.dataSource, actor, grantPriority, {
      residentId,
      priorityGroup: 'low_income' as PriorityGroup,
      validFrom: '2026-01-01',
      ...input,
    });
  const end = (id: string, validUntil: string, actor = world.home.cadre.actor) =>
    act(database.dataSource, actor, endPriority, {
      priorityId: toGlobalId('ResidentPriority', world.home.id, id),
      validUntil,
    });

  test('a household has its members’ groups, each from its first day until its last', async () => {
    const { row, globalId } = await newResident();
    await grant(globalId, { validUntil: '2026-07-01' });
    await grant(globalId, { priorityGroup: 'aged_alone', validFrom: '2026-06-01' });
    const groups = (day: string) =>
      groupsInHousehold(database.dataSource.manager, world.home.id, row.householdId, day);
    expect(await groups('2025-12-31')).toEqual([]);
    expect(await groups('2026-01-01')).toEqual(['low_income']);
    expect(await groups('2026-06-30')).toEqual(['aged_alone', 'low_income']);
    expect(await groups('2026-07-01')).toEqual(['aged_alone']);
  });

  test('a group once at a time, also in a race', async () => {
    const { globalId } = await newResident();
    const once = () => refused(grant(globalId, { validUntil: '2026-07-01' }));
    const outcomes = (await atOnce(database.dataSource, 6, once)).sort();
    expect(outcomes).toEqual([...Array<string>(5).fill('ALREADY_IN_GROUP priorityGroup'), 'done']);
    expect(await refused(grant(globalId, { validFrom: '2026-06-30' }))).toBe(
      'ALREADY_IN_GROUP priorityGroup',
    );
    expect(await refused(grant(globalId, { validFrom: '2026-07-01' }))).toBe('done');
    expect(await refused(grant(globalId, { validUntil: '2026-01-01' }))).toBe(
      'PERIOD_EMPTY validUntil',
    );
  });

  test('it ends today at once, not yesterday', async () => {
    const { row, globalId } = await newResident();
    const { id } = await grant(globalId, { validFrom: today });
    expect(await refused(end(id, addDays(today, -1)))).toBe('PERIOD_EMPTY validUntil');
    expect((await end(id, today)).validUntil).toBe(today);
    const { manager } = database.dataSource;
    expect(await groupsInHousehold(manager, world.home.id, row.householdId, today)).toEqual([]);
    expect(await refused(end(id, today))).toBe('TERM_ENDED validUntil');
    const earlier = await grant(globalId, { priorityGroup: 'orphan' });
    expect(await refused(end(earlier.id, addDays(today, -1)))).toBe('DAY_PAST validUntil');
  });

  test('the register’s keepers do it, for who lives here', async () => {
    const { home, other, officer, auditor } = world;
    const { globalId } = await newResident();
    const { id } = await grant(globalId, {}, officer.actor);
    for (const { actor } of [other.cadre, auditor, home.storekeeper, home.chair, home.leader]) {
      expect(await refused(grant(globalId, {}, actor))).toBe('FORBIDDEN');
      expect(await refused(end(id, today, actor))).toBe('FORBIDDEN');
    }
    await act(database.dataSource, SYSTEM, moveOutResident, {
      residentId: globalId,
      movedOut: today,
    });
    expect(await refused(grant(globalId, { priorityGroup: 'orphan' }))).toBe(
      'RESIDENT_GONE residentId',
    );
    expect(await refused(end(home.id, today))).toBe('ID_UNKNOWN priorityId');
  });
});
