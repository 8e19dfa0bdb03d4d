import type { DataSource } from 'typeorm';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { dayOf } from '../../src/kernel/calendar';
import { createSchema } from '../../src/server/schema';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';
import { ask } from './acts';

const schema = createSchema();
const today = dayOf(new Date(), 'Asia/Shanghai');
let database: FreshDatabase;
let source: DataSource;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  source = database.dataSource;
  world = await newWorld(source);
});
afterAll(() => database.drop());

const as = <Data = Record<string, unknown>>(actor: Actor, query: string, variables = {}) =>
  ask<Data>(schema, source, actor, query, variables);

test('a till finds, a cadre registers and appoints, through the API', async () => {
  const { home } = world;
  const mutate = async (actor: Actor, name: string, fields: string, input: object) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) {
      ${fields} userErrors { code path } } }`;
    const { data, errors } = await as<Record<string, Record<string, unknown>>>(actor, query, {
      input,
    });
    return { ...data?.[name], errors } as Record<string, unknown>;
  };
  const { actor } = home.cadre;
  const households = [
    { address: 'New 1', residents: [{ name: 'Hu Die', birthDate: '1999-01-02' }] },
  ];
  const registered = await mutate(
    actor,
    'registerHouseholds',
    'households { id address residents { id name birthDate } }',
    { communityId: home.place.globalId, households },
  );
  expect(registered).toMatchObject({ errors: [], userErrors: [], households });
  const [{ id: householdId, residents }] = registered.households as never as [
    { id: string; residents: { id: string }[] },
  ];
  const residentId = residents[0]!.id;
  expect(
    await mutate(actor, 'registerResidents', 'residents { name }', {
      householdId,
      residents: [{ name: 'Hu Xiao' }],
    }),
  ).toMatchObject({ residents: [{ name: 'Hu Xiao' }], errors: [] });
  const granted = await mutate(actor, 'grantPriority', 'priority { id priorityGroup }', {
    residentId,
    priorityGroup: 'ORPHAN',
    validFrom: today,
  });
  expect(granted).toMatchObject({ priority: { priorityGroup: 'ORPHAN' } });
  const priorityId = (granted as never as { priority: { id: string } }).priority.id;
  expect(
    await mutate(actor, 'endPriority', 'priority { validUntil }', {
      priorityId,
      validUntil: today,
    }),
  ).toMatchObject({ priority: { validUntil: today } });
  const appointed = await mutate(
    home.leader.actor,
    'appointMember',
    'membership { id role person { name } organisation { name } }',
    { organisationId: home.team.globalId, role: 'MEMBER', residentId, validFrom: today },
  );
  expect(appointed).toMatchObject({ membership: { role: 'MEMBER', person: { name: 'Hu Die' } } });
  const membershipId = (appointed as never as { membership: { id: string } }).membership.id;
  expect(
    await mutate(actor, 'giveLogin', 'person { name login }', {
      residentId,
      login: 'hudie',
      password: 'ten letters',
    }),
  ).toMatchObject({ person: { name: 'Hu Die', login: 'hudie' }, errors: [] });
  expect(
    await mutate(home.leader.actor, 'endMembership', 'membership { validUntil }', {
      membershipId,
      validUntil: today,
    }),
  ).toMatchObject({ membership: { validUntil: today } });
  expect(
    await mutate(actor, 'moveOutResident', 'resident { movedOut }', {
      residentId,
      movedOut: today,
    }),
  ).toMatchObject({ resident: { movedOut: today } });
  expect(
    await mutate(world.officer.actor, 'registerPlace', 'place { name lineage { name } }', {
      kind: 'COURTYARD',
      name: 'Yard',
      parentId: home.place.globalId,
    }),
  ).toMatchObject({ place: { name: 'Yard' }, errors: [] });
  const stranger = await mutate(STRANGER, 'registerPerson', 'person { id }', { name: 'X' });
  expect(stranger.errors).toEqual(['UNAUTHENTICATED registerPerson']);
});
