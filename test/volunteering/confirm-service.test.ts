import { STRANGER, SYSTEM, type Actor } from '../../src/kernel/actor';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { confirmService } from '../../src/volunteering/confirm-service';
import type { ServiceRow } from '../../src/volunteering/service.entity';
import { spend, NOW } from '../credits/stage';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { countQueries } from '../support/queries';
import { warm } from '../support/warm';
import { newWorld, type SomeMember, type World } from '../support/world';
import type { CreditScheme } from '../../src/credits/credit-scheme.reader';
import {
  ago,
  DAY,
  findings,
  HOUR,
  idOf,
  newMember,
  openHome,
  roomOf,
  state,
  teamOf,
  walletOf,
} from './stage';
import type { RecordServiceInput } from '../../src/volunteering/record-service';

let database: FreshDatabase;
let world: World;
let scheme: CreditScheme;
let team: ReturnType<typeof teamOf>;
/** Who serves in a test: a member whose wallet is still empty. */
let served: SomeMember;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  team = teamOf(database.dataSource, world.home);
  scheme = await openHome(database.dataSource, world);
});
beforeEach(async () => {
  served = await newMember(database.dataSource, world.home);
});
afterEach(async () => expect(await findings(database.dataSource)).toEqual([]));
afterAll(() => database.drop());

const record = (more: Partial<RecordServiceInput> = {}, by?: Actor) =>
  team.record({ residentId: served.resident.globalId, ...more }, by);
const wallet = (who: SomeMember = served) => walletOf(database.dataSource, who);
const room = (month = '2026-11', who: SomeMember = served) =>
  roomOf(database.dataSource, who, month);
const stateOf = (service: ServiceRow) => state(database.dataSource, service);

/** So many services of ten credits, one after the other in November. */
async function many(count: number): Promise<ServiceRow[]> {
  const services: ServiceRow[] = [];
  for (let n = 0; n < count; n += 1)
    services.push(await record({ performedAt: new Date(Date.UTC(2026, 10, 3, n)) }));
  return services;
}

test('another person confirms, and the credits are in the wallet', async () => {
  const service = await record({ minutes: 90 });
  expect(await team.confirm(service)).toEqual(service);
  expect([await stateOf(service), await wallet()]).toEqual(['confirmed', 15]);
  expect(await room()).toBe(185);
  const [entry] = await database.dataSource.query(
    `select occurred_at, actor_id, facts from ledger_entry where key = $1`,
    [`own/service/${service.id}`],
  );
  expect(entry).toMatchObject({
    ...{ occurred_at: service.performedAt, actor_id: world.home.cadre.id },
    facts: { serviceKind: 'repair', minutes: 90, month: '2026-11', capped: true },
  });
});

test('sixty-four confirm one service at once: it is credited once, and all are answered alike', async () => {
  const { home } = world;
  const beneficiary = home.members[1];
  const service = await record({ beneficiaryId: beneficiary.resident.globalId });
  const who = [home.cadre.actor, beneficiary.actor];
  await warm(database.dataSource);
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, i) => team.confirm(service, who[i % who.length])),
  );
  for (const each of answers) expect(each).toEqual(service);
  expect(await wallet()).toBe(10);
});

test('a cap of 200 and thirty services of ten credits at once: exactly twenty are credited', async () => {
  const services = await many(30);
  await warm(database.dataSource);
  const results = await Promise.allSettled(services.map((service) => team.confirm(service)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  for (const each of results)
    if (each.status === 'rejected')
      expect(each.reason).toMatchObject({
        code: 'MONTHLY_CAP_REACHED',
        facts: { available: '0', required: '10' },
      });
  expect(await wallet()).toBe(200);
  await warm(database.dataSource);
  const states = await Promise.all(services.map(stateOf));
  expect(states.filter((each) => each === 'recorded')).toHaveLength(10);
});

test('the cap may be filled to the last credit and not beyond', async () => {
  for (const service of await many(19)) await team.confirm(service);
  const eleven = await record({ minutes: 66, performedAt: ago(30 * HOUR) });
  await expect(team.confirm(eleven)).rejects.toMatchObject({
    ...{ code: 'MONTHLY_CAP_REACHED', facts: { available: '10', required: '11' } },
  });
  await team.confirm(await record({ minutes: 60, performedAt: ago(40 * HOUR) }));
  expect(await wallet()).toBe(200);
  expect(await room()).toBe(0);
});

test('each month has its room, by the community’s calendar; each resident has their own', async () => {
  const { home } = world;
  // 16:00 UTC on 31 October is the first of November in Anshan.
  const at = (moment: string, residentId = served.resident.globalId) =>
    record({ performedAt: new Date(moment), residentId }).then((each) => team.confirm(each));
  await at('2026-10-31T14:00:00Z');
  await at('2026-10-31T16:00:00Z');
  await at('2026-10-31T16:00:00Z', home.members[1].resident.globalId);
  expect(await room('2026-10')).toBe(190);
  expect(await room('2026-11')).toBe(190);
  expect(await room('2026-10', home.members[1])).toBeNull();
  expect(await room('2026-11', home.members[1])).toBe(190);
});

test('where there is no cap, no room is opened and nothing is refused', async () => {
  const other = teamOf(database.dataSource, world.other);
  await openHome(database.dataSource, { ...world, home: world.other }, { monthlyCap: null });
  for (let n = 0; n < 3; n += 1)
    await other.confirm(await other.record({ minutes: 720, performedAt: ago((n + 1) * DAY) }));
  expect(await wallet(world.other.members[0])).toBe(360);
  expect(await room('2026-11', world.other.members[0])).toBeNull();
});

test('never one’s own: neither who served nor who recorded it', async () => {
  const { home } = world;
  const service = await record();
  await expect(team.confirm(service, served.actor)).rejects.toMatchObject({
    ...{ code: 'OWN_SERVICE', path: ['serviceId'] },
  });
  await expect(team.confirm(service, home.leader.actor)).rejects.toMatchObject({
    code: 'OWN_RECORD',
  });
  const leaders = await record({ residentId: home.leader.resident.globalId });
  await expect(team.confirm(leaders, home.leader.actor)).rejects.toMatchObject({
    code: 'OWN_SERVICE',
  });
  expect(await wallet()).toBe(0);
  await team.confirm(service, home.members[1].actor);
  expect(await wallet()).toBe(10);
});

test('who may: people of the organisation, cadres, and whom it was done for', async () => {
  const { home, other, officer, outsider, auditor } = world;
  const service = await record();
  const denied = [other.cadre, other.leader, officer, auditor, outsider, home.clerk, home.chair];
  for (const { actor } of denied)
    await expect(team.confirm(service, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(team.confirm(service, STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(team.confirm(service, SYSTEM)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  const neighbour: Actor = {
    ...outsider.actor,
    residences: [{ communityId: home.id, residentId: home.households[4]!.residents[2]!.id }],
  };
  await expect(team.confirm(service, neighbour)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const forNeighbour = await record({
    beneficiaryId: home.households[4]!.residents[2]!.globalId,
  });
  await team.confirm(forNeighbour, neighbour);
  for (const actor of [home.members[1].actor, home.cadre.actor])
    await team.confirm(await record(), actor);
  expect(await wallet()).toBe(30);
});

test('an unknown service, and one of another community, is unknown', async () => {
  const service = await record();
  const elsewhere = { ...service, communityId: world.other.id };
  for (const each of [elsewhere, { ...service, id: world.home.id }])
    await expect(team.confirm(each)).rejects.toMatchObject({ code: 'ID_UNKNOWN' });
});

test('a confirmation opens no transaction: its entry is its only write', async () => {
  const [first, service] = await many(2);
  if (!first || !service) throw new Error('Two services are needed');
  await team.confirm(first);
  const { statements } = await countQueries(database.dataSource, () => team.confirm(service));
  expect(statements.filter((sql) => /begin|start transaction|commit/i.test(sql))).toEqual([]);
  expect(statements.filter((sql) => /post_(batch|walked)/.test(sql))).toHaveLength(1);
  expect(statements.length).toBeLessThanOrEqual(5);
});

test('a refused confirmation opens no room: the books are as they were', async () => {
  const service = await record({ minutes: 60 });
  await database.dataSource.query('update service set credits = 201 where id = $1', [service.id]);
  const entries = () => database.dataSource.query('select id from ledger_entry order by id');
  const before = await entries();
  await expect(team.confirm(service)).rejects.toMatchObject({ code: 'MONTHLY_CAP_REACHED' });
  expect(await entries()).toEqual(before);
  await database.dataSource.query('update service set credits = 10 where id = $1', [service.id]);
});

test('declined with a reason, it earns nothing and stays declined', async () => {
  const service = await record();
  await expect(team.decline(service, undefined, ' ')).rejects.toMatchObject({
    ...{ code: 'TEXT_LENGTH', path: ['reason'] },
  });
  const declined = await team.decline(service);
  expect(declined).toMatchObject({ declineReason: 'Not so', declinedBy: world.home.cadre.id });
  expect(await stateOf(service)).toBe('declined');
  await expect(team.confirm(service)).rejects.toMatchObject({ code: 'SERVICE_DECLINED' });
  await expect(team.decline(service)).rejects.toMatchObject({ code: 'SERVICE_DECLINED' });
  const own = await record();
  await team.decline(own, world.home.leader.actor);
  const { other, outsider } = world;
  for (const { actor } of [other.cadre, other.leader, outsider])
    await expect(team.decline(await record(), actor)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
});

test('what is confirmed cannot be declined, and a race leaves one truth', async () => {
  const service = await record();
  await team.confirm(service);
  await expect(team.decline(service)).rejects.toMatchObject({ code: 'SERVICE_CONFIRMED' });
  let confirmed = 0;
  for (let n = 0; n < 8; n += 1) {
    const raced = await record();
    await Promise.allSettled([team.confirm(raced), team.decline(raced)]);
    const is = await stateOf(raced);
    expect(['confirmed', 'declined']).toContain(is);
    if (is === 'confirmed') confirmed += 1;
  }
  expect(await wallet()).toBe(10 + 10 * confirmed);
});

test('taken back once, with its credits and its room', async () => {
  const service = await record();
  await expect(team.reverse(service)).rejects.toMatchObject({ code: 'SERVICE_NOT_CONFIRMED' });
  await team.confirm(service);
  await team.reverse(service);
  expect([await stateOf(service), await wallet()]).toEqual(['cancelled', 0]);
  expect(await room()).toBe(200);
  await expect(team.reverse(service)).rejects.toMatchObject({ code: 'REVERSED_BEFORE' });
  await expect(team.confirm(service)).rejects.toMatchObject({ code: 'SERVICE_CANCELLED' });
  await expect(team.decline(service)).rejects.toMatchObject({ code: 'SERVICE_CANCELLED' });
  expect(await wallet()).toBe(0);
});

test('of many who take it back at once one does; one key gives one answer fifty times', async () => {
  const [first, second] = [await record(), await record()];
  await team.confirm(first);
  await team.confirm(second);
  await warm(database.dataSource);
  const results = await Promise.allSettled(Array.from({ length: 16 }, () => team.reverse(first)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await wallet()).toBe(10);
  const input = { idempotencyKey: 'reverse-once' };
  await warm(database.dataSource);
  const answers = await Promise.all(Array.from({ length: 50 }, () => team.reverse(second, input)));
  for (const each of answers) expect(each).toEqual(second);
  expect(await wallet()).toBe(0);
  await expect(team.reverse(second, { ...input, reason: 'Else' })).rejects.toMatchObject({
    code: 'KEY_REUSED',
  });
  await expect(team.reverse(first, { idempotencyKey: 'no' })).rejects.toMatchObject({
    code: 'KEY_UNUSABLE',
  });
});

test('credits that are spent cannot be taken back', async () => {
  const service = await record();
  await team.confirm(service);
  await spend(database.dataSource, scheme, served.resident, 1);
  await expect(team.reverse(service)).rejects.toMatchObject({
    ...{ code: 'INSUFFICIENT_CREDITS', facts: { available: '9', required: '10' } },
  });
  expect([await stateOf(service), await wallet()]).toEqual(['confirmed', 9]);
});

test('only cadres take back', async () => {
  const { home, other, officer, outsider } = world;
  const service = await record();
  await team.confirm(service);
  for (const { actor } of [home.leader, home.members[1], other.cadre, officer, outsider])
    await expect(team.reverse(service, {}, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(team.reverse(service, { reason: '' })).rejects.toMatchObject({
    code: 'TEXT_LENGTH',
  });
});

test('the same command serves a caller without GraphQL, also later', async () => {
  const service = await record();
  const later = new Date(NOW.getTime() + 90 * DAY);
  await inUnitOfWork(
    database.dataSource,
    world.home.cadre.actor,
    (work) => confirmService(work, { serviceId: idOf(service) }),
    later,
  );
  expect(await room()).toBe(190);
});
