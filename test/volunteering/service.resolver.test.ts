import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { createSchema } from '../../src/server/schema';
import { NOW } from '../credits/stage';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries, JOINED } from '../support/queries';
import { newWorld, type SomeMember, type World } from '../support/world';
import { ago, HOUR, idOf, newMember, openHome, teamOf } from './stage';

const schema = createSchema();
let database: FreshDatabase;
let world: World;
let team: ReturnType<typeof teamOf>;
let served: SomeMember;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  team = teamOf(database.dataSource, world.home);
  await openHome(database.dataSource, world, { monthlyCap: 60 });
  served = await newMember(database.dataSource, world.home);
  const { members, households } = world.home;
  for (const member of [members[0], members[1], served])
    for (let n = 1; n <= 4; n += 1) {
      const service = await team.record({
        residentId: member.resident.globalId,
        performedAt: ago(n * 2 * HOUR),
        beneficiaryId: n === 1 ? households[4]!.residents[2]!.globalId : null,
      });
      if (n === 2) await team.decline(service);
      if (n >= 3) await team.confirm(service);
      if (n === 4) await team.reverse(service);
    }
});
afterAll(() => database.drop());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each query has its own shape
type Answer = any;

async function ask(actor: Actor, source: string, variableValues: Record<string, unknown> = {}) {
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
  const contextValue = new Context(database.dataSource, actor, 'en', session, NOW);
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
  return { data: data as Answer, codes: (errors ?? []).map(({ message }) => message) };
}

const SERVICE = `id state serviceKind performedAt minutes credits note recordedAt confirmedAt reason
  resident { displayName name } beneficiary { displayName } organisation { name }
  recordedBy { name } confirmedBy { name }`;
const LIST = `query ($id: ID!, $first: Int!, $after: String) { node(id: $id) { ... on Organisation {
  services(first: $first, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { ${SERVICE} entry { rule reversedBy { rule } } } } } } } }`;

test('services with their states, people and entries: as many statements for 12 as for 8', async () => {
  const { actor } = world.home.cadre;
  const read = (first: number) => () => ask(actor, LIST, { id: world.home.team.globalId, first });
  const few = await countQueries(database.dataSource, read(8));
  const all = await countQueries(database.dataSource, read(50));
  expect(all.result.codes).toEqual([]);
  const nodes = all.result.data.node.services.edges.map(({ node }: Answer) => node);
  expect(nodes.map(({ state }: Answer) => state).sort()).toEqual([
    ...Array<string>(3).fill('CANCELLED'),
    ...Array<string>(3).fill('CONFIRMED'),
    ...Array<string>(3).fill('DECLINED'),
    ...Array<string>(3).fill('RECORDED'),
  ]);
  const moments = nodes.map(({ performedAt }: Answer) => performedAt.getTime());
  expect(moments).toEqual([...moments].sort((a, b) => b - a));
  for (const { state, reason, confirmedBy, entry, credits } of nodes) {
    expect(credits).toBe(10);
    expect(reason).toBe({ CANCELLED: 'A slip', DECLINED: 'Not so' }[state as 'DECLINED'] ?? null);
    const stood = state === 'CONFIRMED' || state === 'CANCELLED';
    expect(confirmedBy?.name ?? null).toBe(stood ? 'Cadre Li' : null);
    expect(entry?.rule ?? null).toBe(stood ? 'serviceCredited' : null);
    expect(entry?.reversedBy?.rule ?? null).toBe(state === 'CANCELLED' ? 'reversal' : null);
  }
  expect(all.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
  expect(few.statements.length).toBeLessThanOrEqual(12);
});

test('pages follow each other; a cursor of something else is none', async () => {
  const { actor } = world.home.leader;
  const id = world.home.team.globalId;
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data } = await ask(actor, LIST, { id, first: 5, after });
    const { edges, pageInfo } = data.node.services;
    seen.push(...edges.map(({ node }: Answer) => node.id));
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  expect([seen.length, new Set(seen).size]).toEqual([12, 12]);
  const junk = Buffer.from('["yesterday","1"]').toString('base64url');
  expect((await ask(actor, LIST, { id, first: 5, after: junk })).codes).toEqual([
    'CURSOR_UNREADABLE',
  ]);
});

const OWN = `query ($id: ID!) { node(id: $id) { ... on Resident {
  services(first: 10) { edges { node { state } } } } } }`;
const RECEIVED = `query ($id: ID!) { node(id: $id) { ... on Resident {
  receivedServices(first: 10) { edges { node { resident { displayName } state } } } } } }`;

test('what was done for a resident is found by them and who keeps the register', async () => {
  const { home, officer, outsider } = world;
  const { id, globalId } = home.households[4]!.residents[2]!;
  const neighbour: Actor = {
    ...outsider.actor,
    residences: [{ communityId: home.id, residentId: id }],
  };
  const read = (actor: Actor) => ask(actor, RECEIVED, { id: globalId });
  for (const actor of [neighbour, home.cadre.actor, officer.actor]) {
    const { data, codes } = await read(actor);
    const states = data.node.receivedServices.edges.map(({ node }: Answer) => node.state);
    expect([codes, states]).toEqual([[], ['RECORDED', 'RECORDED', 'RECORDED']]);
  }
  for (const { actor } of [home.leader, home.members[0], home.clerk, outsider])
    expect((await read(actor)).codes).toEqual(['FORBIDDEN']);
});

const TEAMS = `query ($id: ID!) { node(id: $id) { ... on Organisation {
  services(first: 10) { edges { node { minutes } } } } } }`;
const ONE = `query ($id: ID!) { node(id: $id) { ... on Service { id minutes } } }`;

test('a resident’s services are seen by the resident and who keeps the register', async () => {
  const { home, other, officer, outsider } = world;
  const read = (actor: Actor) => ask(actor, OWN, { id: served.resident.globalId });
  for (const { actor } of [served, home.cadre, officer]) {
    const { data, codes } = await read(actor);
    expect([codes, data.node.services.edges.length]).toEqual([[], 4]);
  }
  for (const { actor } of [home.leader, home.members[0], home.clerk, other.cadre, outsider])
    expect(await read(actor)).toEqual({ data: { node: { services: null } }, codes: ['FORBIDDEN'] });
  expect((await read(STRANGER)).codes).toEqual(['UNAUTHENTICATED']);
});

test('an organisation’s services are seen by its people and who keeps the register', async () => {
  const { home, other, officer, outsider } = world;
  const read = (actor: Actor) => ask(actor, TEAMS, { id: home.team.globalId });
  for (const { actor } of [home.leader, home.members[0], home.cadre, officer])
    expect((await read(actor)).codes).toEqual([]);
  for (const { actor } of [home.clerk, home.chair, other.leader, other.cadre, outsider])
    expect(await read(actor)).toEqual({ data: { node: { services: null } }, codes: ['FORBIDDEN'] });
});

test('one service is seen by whom it concerns, the one it was done for among them', async () => {
  const { home, other, outsider, auditor } = world;
  const service = await team.record({
    residentId: served.resident.globalId,
    performedAt: ago(90 * HOUR),
    beneficiaryId: home.households[4]!.residents[2]!.globalId,
  });
  const neighbour: Actor = {
    ...outsider.actor,
    residences: [{ communityId: home.id, residentId: home.households[4]!.residents[2]!.id }],
  };
  const read = (actor: Actor) => ask(actor, ONE, { id: idOf(service) });
  for (const actor of [served.actor, home.leader.actor, home.cadre.actor, neighbour])
    expect((await read(actor)).data.node.minutes).toBe(60);
  for (const { actor } of [outsider, other.leader, other.cadre, auditor, home.clerk]) {
    const { data, codes } = await read(actor);
    expect([data.node, codes]).toEqual([{ id: idOf(service), minutes: null }, ['FORBIDDEN']]);
  }
});

test('a service goes through the API, and a full month says what room is left', async () => {
  const { home } = world;
  const recorded = await ask(
    home.leader.actor,
    `mutation ($input: RecordServiceInput!) { recordService(input: $input) {
      service { id state credits } userErrors { code path } } }`,
    {
      input: {
        ...{ organisationId: home.team.globalId, residentId: served.resident.globalId },
        ...{ serviceKind: 'repair', performedAt: '2026-11-15T09:00:00+08:00', minutes: 360 },
      },
    },
  );
  expect(recorded.codes).toEqual([]);
  expect(recorded.data.recordService).toMatchObject({
    ...{ service: { state: 'RECORDED', credits: 60 }, userErrors: [] },
  });
  const { id } = recorded.data.recordService.service;
  const confirm = (actor: Actor) =>
    ask(
      actor,
      `mutation ($input: ConfirmServiceInput!) { confirmService(input: $input) {
        service { state confirmedAt resident { wallet { balance } } }
        userErrors { code path message ... on MonthlyCapReached { required available } } } }`,
      { input: { serviceId: id } },
    );
  expect((await confirm(served.actor)).data.confirmService).toMatchObject({
    ...{ service: null, userErrors: [{ code: 'OWN_SERVICE', path: ['serviceId'] }] },
  });
  expect((await confirm(STRANGER)).codes).toEqual(['UNAUTHENTICATED']);
  expect((await confirm(home.cadre.actor)).data.confirmService).toMatchObject({
    service: null,
    userErrors: [{ code: 'MONTHLY_CAP_REACHED', required: 60, available: 50 }],
  });
  const less = await team.record({
    residentId: served.resident.globalId,
    performedAt: ago(240 * HOUR),
    minutes: 300,
  });
  const confirmed = await ask(
    home.cadre.actor,
    `mutation ($input: ConfirmServiceInput!) { confirmService(input: $input) {
      service { state resident { wallet { balance } } } userErrors { code } } }`,
    { input: { serviceId: idOf(less) } },
  );
  expect(confirmed.data.confirmService).toEqual({
    service: { state: 'CONFIRMED', resident: { wallet: { balance: 60 } } },
    userErrors: [],
  });
  const reverse = await ask(
    home.cadre.actor,
    `mutation ($input: ReverseServiceInput!) { reverseService(input: $input) {
      service { state reason } userErrors { code } } }`,
    { input: { idempotencyKey: 'reverse-by-api', serviceId: idOf(less), reason: 'Counted twice' } },
  );
  expect(reverse.data.reverseService).toEqual({
    service: { state: 'CANCELLED', reason: 'Counted twice' },
    userErrors: [],
  });
});
