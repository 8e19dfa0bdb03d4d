import type { DataSource } from 'typeorm';
import { STRANGER, SYSTEM, type Actor } from '../../src/kernel/actor';
import { dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { createSchema } from '../../src/server/schema';
import { appointMember } from '../../src/society/appoint-member';
import { grantPriority } from '../../src/society/grant-priority';
import { registerPerson } from '../../src/society/register-person';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, SINCE, type World } from '../support/world';
import { act, ask, denied } from './acts';

const schema = createSchema();
const today = dayOf(new Date(), 'Asia/Shanghai');
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

describe('a person is shown to whom it concerns', () => {
  const FIELDS = ['id', 'displayName', 'name', 'memberships { edges { node { id } } }', 'login'];
  const of = (actor: Actor, id: string) => denied(as, actor, id, 'Person', FIELDS);

  test('name and roles to those of the same body, the login to the register’s keepers only', async () => {
    const { home, other, officer, auditor, outsider } = world;
    const { globalId } = home.treasurer;
    for (const { actor } of [home.treasurer, home.cadre, officer])
      expect(await of(actor, globalId)).toEqual([]);
    for (const { actor } of [home.chair, home.boardMembers[0]])
      expect(await of(actor, globalId)).toEqual(['login']);
    const strangers = [home.director, home.leader, other.cadre, other.chair, outsider, auditor];
    for (const actor of strangers.map((each) => each.actor).concat(STRANGER))
      expect(await of(actor, globalId)).toEqual(['login', 'memberships', 'name']);
  });

  test('as whom somebody lives there is known to those of the same body, and the keepers', async () => {
    const { home, other, officer, outsider } = world;
    const [member] = home.members;
    const { globalId } = member!;
    const fields = ['residence { id }'];
    const residence = (actor: Actor) => denied(as, actor, globalId, 'Person', fields);
    for (const { actor } of [member!, home.leader, home.cadre, officer])
      expect(await residence(actor)).toEqual([]);
    for (const actor of [home.clerk.actor, other.leader.actor, outsider.actor, STRANGER])
      expect(await residence(actor)).toEqual(['residence']);
    const asked = `query ($id: ID!) { node(id: $id) { ... on Person { residence { id } } } }`;
    const told = (id: string) => as(home.leader.actor, asked, { id });
    expect(await told(globalId)).toMatchObject({
      data: { node: { residence: { id: member!.resident.globalId } } },
    });
  });

  test('someone who has just been registered is shown to whoever keeps a register', async () => {
    const person = await act(source, SYSTEM, registerPerson, { name: 'New Face' });
    const id = toGlobalId('Person', null, person.id);
    expect(await of(world.other.cadre.actor, id)).toEqual([]);
    expect(await of(world.home.chair.actor, id)).toEqual(['login', 'memberships', 'name']);
  });

  test('a role that has ended shows nobody’s name any more', async () => {
    const { home } = world;
    const person = await act(source, SYSTEM, registerPerson, { name: 'Former' });
    const id = toGlobalId('Person', null, person.id);
    await act(source, SYSTEM, appointMember, {
      organisationId: home.foundation.globalId,
      role: 'board_member',
      personId: id,
      validFrom: SINCE,
      validUntil: today,
    });
    expect(await of(home.chair.actor, id)).toEqual(['login', 'memberships', 'name']);
  });
});

describe('me', () => {
  const ME = `{ me { person { name login } roles { role organisation { name place { name } } }
    residence { name household { address } priorityGroups { priorityGroup } } } }`;

  test('a stranger is nobody', async () => {
    expect(await as(STRANGER, ME)).toEqual({ data: { me: null }, errors: [] });
  });

  test('a member sees their own roles and home', async () => {
    expect(await as(world.home.members[0].actor, ME)).toEqual({
      errors: [],
      data: {
        me: {
          person: { name: 'Wang Min', login: null },
          roles: [
            { role: 'MEMBER', organisation: { name: 'Yongle Menders', place: { name: 'Yongle' } } },
          ],
          residence: {
            name: 'Wang Min',
            household: { address: 'Building 2, flat 101' },
            priorityGroups: [{ priorityGroup: 'AGED_ALONE' }],
          },
        },
      },
    });
    const { data } = await as(world.outsider.actor, ME);
    expect(data).toEqual({
      me: { person: { name: 'Nobody Special', login: null }, roles: [], residence: null },
    });
  });
});
