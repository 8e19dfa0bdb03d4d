import { randomUUID } from 'node:crypto';
import { confirmServices } from '../../src/volunteering/confirm-services';
import { recordServices, type RecordServicesInput } from '../../src/volunteering/record-services';
import type { ServiceRow } from '../../src/volunteering/service.entity';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type SomeMember, type World } from '../support/world';
import { ago, findings, HOUR, idOf, newMember, openHome, state, teamOf, walletOf } from './stage';

let database: FreshDatabase;
let world: World;
let team: ReturnType<typeof teamOf>;
let members: SomeMember[];
beforeEach(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  team = teamOf(database.dataSource, world.home);
  await openHome(database.dataSource, world, { monthlyCap: 30 });
  members = [];
  for (let n = 0; n < 3; n += 1) members.push(await newMember(database.dataSource, world.home));
});
afterEach(async () => {
  expect(await findings(database.dataSource)).toEqual([]);
  await database.drop();
});

const session = (more: Partial<RecordServicesInput> = {}): RecordServicesInput => ({
  ...{ idempotencyKey: `test-${randomUUID()}`, organisationId: world.home.team.globalId },
  residentIds: members.map(({ resident }) => resident.globalId),
  ...{ serviceKind: 'repair', performedAt: ago(5 * HOUR), minutes: 60 },
  ...more,
});
const recordAll = (input = session(), actor = world.home.leader.actor) =>
  team.run(actor, (work) => recordServices(work, input));
const confirmAll = (services: readonly ServiceRow[], actor = world.home.cadre.actor) =>
  team.run(actor, (work) => confirmServices(work, { serviceIds: services.map(idOf) }));
const count = async () =>
  Number((await database.dataSource.query('select count(*) from service'))[0].count);

test('a session is recorded and confirmed for all of its members at once', async () => {
  const services = await recordAll();
  expect(services.map(({ residentId }) => residentId)).toEqual(
    members.map(({ resident }) => resident.id),
  );
  await confirmAll(services);
  await confirmAll(services);
  for (const member of members) expect(await walletOf(database.dataSource, member)).toBe(10);
});

test('the same key records once, also at the same moment; another body is refused', async () => {
  const input = session();
  const answers = await Promise.all([1, 2, 3].map(() => recordAll(input)));
  expect(new Set(answers.map((rows) => rows.map(({ id }) => id).join())).size).toBe(1);
  expect(await count()).toBe(3);
  await expect(recordAll({ ...input, minutes: 90 })).rejects.toMatchObject({ code: 'KEY_REUSED' });
});

test('one who cannot have served stops the whole session, and is named', async () => {
  await recordAll(session({ residentIds: [members[1]!.resident.globalId] }));
  await expect(recordAll()).rejects.toMatchObject({
    code: 'SERVICE_OVERLAPS',
    path: ['residentIds', '1'],
  });
  const stranger = world.home.households[4]!.residents[2]!.globalId;
  const late = { performedAt: ago(9 * HOUR) };
  await expect(
    recordAll(session({ ...late, residentIds: [members[0]!.resident.globalId, stranger] })),
  ).rejects.toMatchObject({ code: 'NOT_A_MEMBER', path: ['residentIds', '1'] });
  expect(await count()).toBe(1);
});

test('none, too many, one twice, two communities, and who may not', async () => {
  const one = members[0]!.resident.globalId;
  const elsewhere = world.other.members[0].resident.globalId;
  const refusals: [string[], string][] = [
    [[], 'RESIDENTS_COUNT'],
    [Array.from({ length: 51 }, () => one), 'RESIDENTS_COUNT'],
    [[one, one], 'RESIDENT_TWICE'],
    [[one, elsewhere], 'OTHER_COMMUNITY'],
  ];
  for (const [residentIds, code] of refusals)
    await expect(recordAll(session({ residentIds }))).rejects.toMatchObject({ code });
  await expect(recordAll(session(), world.home.cadre.actor)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await expect(confirmAll([])).rejects.toMatchObject({ code: 'SERVICES_COUNT' });
});

test('all are confirmed or none: one’s own, one taken back, one beyond the month', async () => {
  const services = await recordAll();
  const [first] = services;
  await expect(confirmAll(services, members[2]!.actor)).rejects.toMatchObject({
    code: 'OWN_SERVICE',
    path: ['serviceIds', '2'],
  });
  const long = await recordAll(
    session({ performedAt: ago(20 * HOUR), minutes: 180, residentIds: session().residentIds }),
  );
  await confirmAll([long[0]!]);
  await expect(confirmAll(services)).rejects.toMatchObject({ code: 'MONTHLY_CAP_REACHED' });
  for (const service of services)
    expect(await state(database.dataSource, service)).toBe('recorded');
  await team.reverse(long[0]!);
  await expect(confirmAll([first!, long[0]!])).rejects.toMatchObject({ code: 'SERVICE_CANCELLED' });
});
