import type { DataSource } from 'typeorm';
import { STRANGER, SYSTEM, type Actor } from '../../src/kernel/actor';
import { createSchema } from '../../src/server/schema';
import { grantPriority } from '../../src/society/grant-priority';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, SINCE, type World } from '../support/world';
import { act, ask, denied } from './acts';

const schema = createSchema();
let database: FreshDatabase;
let source: DataSource;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  source = database.dataSource;
  world = await newWorld(source);
  for (const { residents } of world.home.households)
    await act(source, SYSTEM, grantPriority, {
      residentId: residents[0]!.globalId,
      priorityGroup: 'aged_alone',
      validFrom: SINCE,
    });
});
afterAll(() => database.drop());

const as = <Data = Record<string, unknown>>(actor: Actor, query: string, variables = {}) =>
  ask<Data>(schema, source, actor, query, variables);

describe('a resident is shown to whom it concerns', () => {
  const FIELDS = [
    'id',
    'displayName',
    'community { name }',
    'name',
    'birthDate',
    'movedIn',
    'movedOut',
    'phone',
    'priorityGroups { priorityGroup validFrom validUntil resident { id } }',
    'household { __typename }',
    'person { id }',
  ];
  const KEPT = ['birthDate', 'movedIn', 'movedOut'];
  const SERVED = ['household', 'phone', 'priorityGroups'];
  const KNOWN = ['name', 'person'];
  const of = (actor: Actor, id = world.home.members[0].resident.globalId) =>
    denied(as, actor, id, 'Resident', FIELDS);

  test('the resident and the register’s keepers see everything', async () => {
    const { home, officer } = world;
    for (const { actor } of [home.members[0], home.cadre, officer])
      expect(await of(actor)).toEqual([]);
  });

  test('the store’s staff see name, household, priority groups and the end of the number', async () => {
    for (const { actor } of [world.home.storekeeper, world.home.clerk])
      expect(await of(actor)).toEqual(KEPT);
    const id = world.home.members[0].resident.globalId;
    const query = 'query ($id: ID!) { node(id: $id) { ... on Resident { phone } } }';
    const phone = async (actor: Actor) =>
      (await as<{ node: { phone: string } }>(actor, query, { id })).data.node.phone;
    expect(await phone(world.home.clerk.actor)).toBe('*******1001');
    expect(await phone(world.home.cadre.actor)).toBe('13904121001');
    expect(await phone(world.home.members[0].actor)).toBe('13904121001');
  });

  test('a leader of a group of theirs sees the name, and no leader of another', async () => {
    const all = [...KEPT, ...SERVED, ...KNOWN].sort();
    expect(await of(world.home.leader.actor)).toEqual([...KEPT, ...SERVED].sort());
    expect(await of(world.other.leader.actor)).toEqual(all);
    const inNoGroup = world.home.households[3]!.residents[1]!.globalId;
    expect(await of(world.home.leader.actor, inNoGroup)).toEqual(all);
    expect(await of(world.home.cadre.actor, inNoGroup)).toEqual([]);
  });

  test('nobody else sees more than the public: not other members, boards, auditors', async () => {
    const { home, other, auditor, outsider } = world;
    const others = [home.members[1], home.chair, home.director, other.cadre, other.clerk];
    for (const actor of [...others, auditor, outsider].map((each) => each.actor).concat(STRANGER))
      expect(await of(actor)).toEqual([...KEPT, ...SERVED, ...KNOWN].sort());
    const query = 'query ($id: ID!) { node(id: $id) { ... on Resident { displayName } } }';
    const { data } = await as(STRANGER, query, { id: home.members[0].resident.globalId });
    expect(data).toEqual({ node: { displayName: 'W**' } });
  });

  test('a household is shown to who lives there, the register’s keepers and the store', async () => {
    const { home, other, officer, outsider, auditor } = world;
    const id = home.households[1]!.globalId;
    const of = (actor: Actor) =>
      denied(as, actor, id, 'Household', [
        'id',
        'address',
        'residents { id }',
        'community { slug }',
        'grid { id }',
      ]);
    for (const { actor } of [home.members[0], home.cadre, officer, home.clerk])
      expect(await of(actor)).toEqual([]);
    for (const { actor } of [
      home.members[1],
      home.leader,
      home.chair,
      other.cadre,
      outsider,
      auditor,
    ])
      expect(await of(actor)).toEqual(['address', 'community', 'grid', 'id', 'residents']);
    const priority = (
      await as<{ node: { priorityGroups: { id: string }[] } }>(
        home.cadre.actor,
        'query ($id: ID!) { node(id: $id) { ... on Resident { priorityGroups { id } } } }',
        { id: home.members[0].resident.globalId },
      )
    ).data.node.priorityGroups[0]!.id;
    const fields = ['id', 'priorityGroup', 'validFrom', 'validUntil', 'resident { id }'];
    expect(await denied(as, home.clerk.actor, priority, 'ResidentPriority', fields)).toEqual([]);
    expect(await denied(as, home.members[0].actor, priority, 'ResidentPriority', fields)).toEqual(
      [],
    );
    expect(await denied(as, home.leader.actor, priority, 'ResidentPriority', fields)).toHaveLength(
      5,
    );
    expect(await denied(as, STRANGER, priority, 'ResidentPriority', fields)).toHaveLength(5);
  });
});
