import { creditsFor, ratesOn, schemeFor } from '../../src/credits/credit-scheme.reader';
import { openScheme } from '../../src/credits/open-scheme';
import { STRANGER, SYSTEM } from '../../src/kernel/actor';
import { registerPlace } from '../../src/society/register-place';
import { needPlace } from '../../src/society/place.reader';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { warm } from '../support/warm';
import { newWorld, type Named, type World } from '../support/world';
import { runner, schemeInput, TODAY, type OpenSchemeInput } from './stage';
import { toGlobalId } from '../../src/kernel/global-id';

let database: FreshDatabase;
let world: World;
let run: ReturnType<typeof runner>;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  run = runner(database.dataSource);
});
afterAll(() => database.drop());

let places = 0;
/** A community that has no scheme yet, under the street or elsewhere. */
async function community(under: Named = world.street): Promise<Named> {
  places += 1;
  const row = await run(SYSTEM, (work) =>
    registerPlace(work, {
      ...{ kind: 'community', name: `Place ${places}`, slug: `place-${places}` },
      parentId: under.globalId,
    }),
  );
  return { id: row.id, name: row.name, globalId: toGlobalId('Place', null, row.id) };
}

const open = (place: Named, more: Partial<OpenSchemeInput> = {}, actor = world.officer.actor) =>
  run(actor, (work) => openScheme(work, schemeInput(place, more)));

const schemeOf = ({ id }: Named) =>
  run(SYSTEM, async (work) => schemeFor(work.db, await needPlace(work, id, [])));

test('a scheme is opened with an asset of its own and its rates from today on', async () => {
  const place = await community();
  const scheme = await open(place, { slug: 'yongle-credits' });
  expect(scheme).toMatchObject({
    ...{ placeId: place.id, monthlyCap: 200n, expiryMonths: 36 },
    asset: { code: 'credit:yongle-credits', kind: 'credits', scale: 0 },
  });
  expect(await schemeOf(place)).toMatchObject(scheme);
  const { manager } = database.dataSource;
  expect(await ratesOn(manager, scheme.id, TODAY)).toEqual([
    { serviceKind: 'hairdressing', creditsPerHour: 8, validFrom: TODAY },
    { serviceKind: 'repair', creditsPerHour: 10, validFrom: TODAY },
  ]);
  expect(await ratesOn(manager, scheme.id, '2026-11-21')).toEqual([]);
});

test('a place has the scheme of the nearest place above it; where there is none it says so', async () => {
  const [own, plain] = [await community(), await community()];
  await expect(schemeOf(plain)).rejects.toMatchObject({ code: 'NO_SCHEME' });
  const city = await open(world.city, {}, SYSTEM);
  expect(await schemeOf(plain)).toMatchObject(city);
  const street = await open(world.street);
  expect(await schemeOf(plain)).toMatchObject(street);
  const nearest = await open(own);
  expect(await schemeOf(own)).toMatchObject(nearest);
});

test('no cap, no expiry, and rates that began before today', async () => {
  const scheme = await open(await community(), {
    ...{ monthlyCap: null, expiryMonths: null, ratesFrom: '2025-01-01' },
  });
  expect(scheme).toMatchObject({ monthlyCap: null, expiryMonths: null });
  expect(await ratesOn(database.dataSource.manager, scheme.id, '2025-01-01')).toHaveLength(2);
});

test('credits are whole: minutes are rounded down, and nothing is refused', async () => {
  const scheme = await open(await community(), {
    rates: [
      { serviceKind: 'slow', creditsPerHour: 1 },
      { serviceKind: 'odd', creditsPerHour: 7 },
    ],
  });
  const credits = async (serviceKind: string, minutes: number, on = TODAY) =>
    (await creditsFor(database.dataSource.manager, scheme, { serviceKind, minutes, on })).minor;
  expect(await credits('slow', 60)).toBe(1n);
  expect(await credits('slow', 119)).toBe(1n);
  expect(await credits('slow', 720)).toBe(12n);
  expect(await credits('odd', 25)).toBe(2n);
  await expect(credits('slow', 59)).rejects.toMatchObject({
    ...{ code: 'SERVICE_TOO_SHORT', path: ['minutes'] },
  });
  await expect(credits('fast', 60)).rejects.toMatchObject({
    ...{ code: 'NO_RATE', path: ['serviceKind'], facts: { kinds: 'odd, slow' } },
  });
  await expect(credits('slow', 60, '2026-11-21')).rejects.toMatchObject({ code: 'NO_RATE' });
});

const rate = (serviceKind: string, creditsPerHour = 1) => ({ serviceKind, creditsPerHour });
const kinds = (count: number) => Array.from({ length: count }, (_, i) => rate(`kind ${i}`));

test.each([
  ['TEXT_LENGTH', ['name'], { name: ' ' }],
  ['SCHEME_SLUG', ['slug'], { slug: 'Zhanqian' }],
  ['SCHEME_SLUG', ['slug'], { slug: 'a--b' }],
  ['SCHEME_SLUG', ['slug'], { slug: '' }],
  ['SCHEME_SLUG', ['slug'], { slug: 'a'.repeat(41) }],
  ['CAP_RANGE', ['monthlyCap'], { monthlyCap: 0 }],
  ['CAP_RANGE', ['monthlyCap'], { monthlyCap: 1_000_001 }],
  ['CAP_RANGE', ['monthlyCap'], { monthlyCap: 1.5 }],
  ['EXPIRY_RANGE', ['expiryMonths'], { expiryMonths: 0 }],
  ['EXPIRY_RANGE', ['expiryMonths'], { expiryMonths: 121 }],
  ['RATES_COUNT', ['rates'], { rates: [] }],
  ['RATES_COUNT', ['rates'], { rates: kinds(51) }],
  ['RATE_TWICE', ['rates', '1', 'serviceKind'], { rates: [rate('a'), rate(' a ')] }],
  ['TEXT_LENGTH', ['rates', '0', 'serviceKind'], { rates: [rate('')] }],
  ['TEXT_LENGTH', ['rates', '0', 'serviceKind'], { rates: [rate('x'.repeat(41))] }],
  ['RATE_RANGE', ['rates', '0', 'creditsPerHour'], { rates: [rate('a', 0)] }],
  ['RATE_RANGE', ['rates', '0', 'creditsPerHour'], { rates: [rate('a', -1)] }],
  ['RATE_RANGE', ['rates', '0', 'creditsPerHour'], { rates: [rate('a', 0.5)] }],
  ['RATE_RANGE', ['rates', '0', 'creditsPerHour'], { rates: [rate('a', 10_001)] }],
  ['DAY_UNREADABLE', ['ratesFrom'], { ratesFrom: '2026-02-30' }],
  ['RATES_RANGE', ['ratesFrom'], { ratesFrom: '2016-11-21' }],
  ['RATES_RANGE', ['ratesFrom'], { ratesFrom: '2027-11-23' }],
] as const)('%s at %j', async (code, path, more) => {
  const given = { ...more } as Partial<OpenSchemeInput>;
  await expect(open(await community(), given)).rejects.toMatchObject({ code, path });
});

test('the largest that is allowed is allowed', async () => {
  const scheme = await open(await community(), {
    ...{ monthlyCap: 1_000_000, expiryMonths: 120, slug: 'a'.repeat(40) },
    ...{ rates: kinds(50).map(({ serviceKind }) => rate(serviceKind, 10_000)) },
  });
  expect(scheme.monthlyCap).toBe(1_000_000n);
});

test('one scheme per place and one place per slug, also when many ask at once', async () => {
  const place = await community();
  await warm(database.dataSource);
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => open(place)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const each of results)
    if (each.status === 'rejected')
      expect(each.reason).toMatchObject({ code: 'SCHEME_EXISTS', path: ['placeId'] });
  const slug = 'same-for-all';
  const several = await Promise.all(Array.from({ length: 8 }, () => community()));
  await warm(database.dataSource);
  const same = await Promise.allSettled(several.map((each) => open(each, { slug })));
  expect(same.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const each of same)
    if (each.status === 'rejected')
      expect(each.reason).toMatchObject({ code: 'SCHEME_SLUG_TAKEN', path: ['slug'] });
  await expect(open(await community(), { slug })).rejects.toMatchObject({
    code: 'SCHEME_SLUG_TAKEN',
  });
});

test('only an officer of the place opens it', async () => {
  const place = await community();
  const { home, auditor, outsider } = world;
  for (const { actor } of [home.cadre, home.chair, home.leader, auditor, outsider])
    await expect(open(place, {}, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(open(place, {}, STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(open(world.city)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const nowhere = { ...place, globalId: home.team.globalId };
  await expect(open(nowhere)).rejects.toMatchObject({ code: 'ID_UNKNOWN', path: ['placeId'] });
  expect(await open(place)).toMatchObject({ placeId: place.id });
});
