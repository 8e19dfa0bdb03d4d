import { STRANGER, SYSTEM } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { appointMember } from '../../src/society/appoint-member';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { warm } from '../support/warm';
import { newWorld, type SomeResident, type World } from '../support/world';
import { NOW } from '../credits/stage';
import { ago, DAY, findings, HOUR, openHome, state, teamOf, walletOf } from './stage';

const MINUTE = 60_000;
let database: FreshDatabase;
let world: World;
let team: ReturnType<typeof teamOf>;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  team = teamOf(database.dataSource, world.home);
  await openHome(database.dataSource, world);
});
afterEach(async () => expect(await findings(database.dataSource)).toEqual([]));
afterAll(() => database.drop());

/** Another resident who becomes a member for a term, so that no service is in the way. */
let newcomers = 0;
async function newcomer(
  validFrom = '2020-01-01',
  validUntil: string | null = null,
): Promise<SomeResident> {
  newcomers += 1;
  const households = world.home.households.slice(3);
  const resident = households.flatMap((each) => each.residents.slice(0))[newcomers - 1]!;
  await team.run(SYSTEM, (work) =>
    appointMember(work, {
      ...{ organisationId: world.home.team.globalId, residentId: resident.globalId },
      ...{ role: 'member', validFrom, validUntil },
    }),
  );
  return resident;
}

test('a leader records what a member did; it earns nothing yet', async () => {
  const { home } = world;
  const service = await team.record({
    ...{ minutes: 95, note: ' A gate at number 7 ' },
    beneficiaryId: home.households[4]!.residents[2]!.globalId,
  });
  expect(service).toMatchObject({
    ...{ residentId: home.members[0].resident.id, organisationId: home.team.id },
    ...{ serviceKind: 'repair', minutes: 95, credits: '15', note: 'A gate at number 7' },
    ...{ beneficiaryId: home.households[4]!.residents[2]!.id, recordedAt: NOW },
    recordedBy: home.leader.id,
  });
  expect(await state(database.dataSource, service)).toBe('recorded');
  expect(await walletOf(database.dataSource, home.members[0])).toBe(0);
});

test('a leader may record their own service as well; without a note it has none', async () => {
  const own = await team.record({ residentId: world.home.leader.resident.globalId, note: null });
  expect([own.residentId, own.note]).toEqual([world.home.leader.resident.id, null]);
});

test('from fifteen minutes to twelve hours, over, and within sixty days', async () => {
  const residentId = (await newcomer()).globalId;
  const record = (minutes: number, before: number) =>
    team.record({ residentId, minutes, performedAt: ago(before) });
  await record(720, 720 * MINUTE);
  await record(15, 60 * DAY);
  for (const minutes of [14, 721, 0, -60, 60.5, Number.NaN])
    await expect(record(minutes, 30 * DAY)).rejects.toMatchObject({
      ...{ code: 'MINUTES_RANGE', path: ['minutes'] },
    });
  await expect(record(60, 60 * MINUTE - 1)).rejects.toMatchObject({
    ...{ code: 'SERVICE_NOT_OVER', path: ['performedAt'] },
  });
  await expect(record(60, -DAY)).rejects.toMatchObject({ code: 'SERVICE_NOT_OVER' });
  await expect(record(60, 60 * DAY + 1)).rejects.toMatchObject({
    ...{ code: 'SERVICE_TOO_OLD', path: ['performedAt'] },
  });
});

test('the rates of its day pay it: a kind without one, and too few minutes, are refused', async () => {
  await expect(team.record({ serviceKind: 'weaving' })).rejects.toMatchObject({
    ...{ code: 'NO_RATE', path: ['serviceKind'], facts: { kinds: 'hairdressing, repair' } },
  });
  const poor = teamOf(database.dataSource, world.other);
  await expect(poor.record()).rejects.toMatchObject({ code: 'NO_SCHEME' });
  await openHome(
    database.dataSource,
    { ...world, home: world.other },
    { rates: [{ serviceKind: 'repair', creditsPerHour: 3 }] },
  );
  await expect(poor.record({ minutes: 19 })).rejects.toMatchObject({
    ...{ code: 'SERVICE_TOO_SHORT', path: ['minutes'] },
  });
  expect((await poor.record({ minutes: 20, serviceKind: ' repair ' })).credits).toBe('1');
});

test('who serves is a member on that day, by the community’s calendar', async () => {
  const { home, other } = world;
  // In Anshan 1 November begins at 16:00 UTC on 31 October.
  const member = await newcomer('2026-11-01', '2026-11-10');
  const at = (moment: string) =>
    team.record({ residentId: member.globalId, performedAt: new Date(moment) });
  await expect(at('2026-10-31T15:59:59Z')).rejects.toMatchObject({
    ...{ code: 'NOT_A_MEMBER', path: ['residentId'], facts: { day: '2026-10-31' } },
  });
  await at('2026-10-31T16:00:00Z');
  await at('2026-11-09T15:59:59Z');
  await expect(at('2026-11-09T16:00:00Z')).rejects.toMatchObject({ code: 'NOT_A_MEMBER' });
  for (const resident of [home.households[0]!.residents[1]!, other.members[0].resident])
    await expect(team.record({ residentId: resident.globalId })).rejects.toMatchObject({
      code: 'NOT_A_MEMBER',
    });
});

test('who has moved out serves no more', async () => {
  const gone = await newcomer();
  await database.dataSource.query(`update resident set moved_out = $2 where id = $1`, [
    gone.id,
    '2026-11-20',
  ]);
  const on = (performedAt: string) =>
    team.record({ residentId: gone.globalId, performedAt: new Date(performedAt) });
  await on('2026-11-19T04:00:00Z');
  await expect(on('2026-11-20T04:00:00Z')).rejects.toMatchObject({ code: 'RESIDENT_GONE' });
});

test('nobody serves at two places at once; one after the other is right', async () => {
  const residentId = (await newcomer()).globalId;
  const record = (hours: number, minutes: number) =>
    team.record({ residentId, performedAt: ago(50 * HOUR - hours * HOUR), minutes });
  await record(12, 60);
  for (const [hours, minutes] of [
    [12, 60],
    [11.5, 45],
    [12.5, 15],
    [12 + 59 / 60, 15],
    [1, 661],
    [11, 180],
  ] as const)
    await expect(record(hours, minutes)).rejects.toMatchObject({
      ...{ code: 'SERVICE_OVERLAPS', path: ['performedAt'] },
      facts: { from: ago(38 * HOUR).toISOString() },
    });
  await record(13, 60);
  await record(11, 60);
  await record(1, 600);
});

test('of overlapping services recorded at once one stands', async () => {
  const residentId = (await newcomer()).globalId;
  await warm(database.dataSource);
  const results = await Promise.allSettled(
    Array.from({ length: 16 }, (_, i) =>
      team.record({ residentId, performedAt: ago(100 * HOUR + i * MINUTE) }),
    ),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const each of results)
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'SERVICE_OVERLAPS' });
});

test('what was declined or taken back is not in the way', async () => {
  const residentId = (await newcomer()).globalId;
  const record = () => team.record({ residentId, performedAt: ago(200 * HOUR) });
  const declined = await record();
  await expect(record()).rejects.toMatchObject({ code: 'SERVICE_OVERLAPS' });
  await team.decline(declined);
  const confirmed = await record();
  await team.confirm(confirmed);
  await expect(record()).rejects.toMatchObject({ code: 'SERVICE_OVERLAPS' });
  await team.reverse(confirmed);
  await record();
});

test('what the ids name must fit together', async () => {
  const { home, other } = world;
  const unknown = toGlobalId('Resident', home.id, other.id);
  for (const [more, code, path] of [
    [{ organisationId: home.foundation.globalId }, 'ORGANISATION_KIND', ['organisationId']],
    [{ organisationId: home.place.globalId }, 'ID_UNKNOWN', ['organisationId']],
    [{ residentId: unknown }, 'ID_UNKNOWN', ['residentId']],
    [{ residentId: home.leader.globalId }, 'ID_UNKNOWN', ['residentId']],
    [{ beneficiaryId: unknown }, 'ID_UNKNOWN', ['beneficiaryId']],
    [{ beneficiaryId: other.leader.resident.globalId }, 'OTHER_COMMUNITY', ['beneficiaryId']],
    [{ beneficiaryId: home.members[0].resident.globalId }, 'OWN_BENEFICIARY', ['beneficiaryId']],
    [{ note: 'x'.repeat(501) }, 'TEXT_LENGTH', ['note']],
    [{ serviceKind: '' }, 'TEXT_LENGTH', ['serviceKind']],
  ] as const)
    await expect(team.record(more)).rejects.toMatchObject({ code, path });
});

test('only the organisation’s leader records', async () => {
  const { home, other, officer, outsider } = world;
  for (const { actor } of [home.members[0], home.cadre, other.leader, officer, outsider])
    await expect(team.record({}, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(team.record({}, STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  // A person must answer for it.
  await expect(team.record({}, SYSTEM)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});
