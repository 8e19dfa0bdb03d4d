import { ratesOn, type CreditScheme } from '../../src/credits/credit-scheme.reader';
import { openScheme } from '../../src/credits/open-scheme';
import { setServiceRates } from '../../src/credits/set-service-rates';
import { STRANGER } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { warm } from '../support/warm';
import { newWorld, type World } from '../support/world';
import { runner, schemeInput, TODAY } from './stage';

let database: FreshDatabase;
let world: World;
let run: ReturnType<typeof runner>;
let scheme: CreditScheme;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  run = runner(database.dataSource);
  scheme = await run(world.officer.actor, (work) =>
    openScheme(work, schemeInput(world.home.place)),
  );
});
afterAll(() => database.drop());

const set = (
  validFrom: string,
  rates: Record<string, number>,
  actor = world.officer.actor,
  schemeId = toGlobalId('CreditScheme', null, scheme.id),
) =>
  run(actor, (work) =>
    setServiceRates(work, {
      ...{ schemeId, validFrom },
      rates: Object.entries(rates).map(([serviceKind, creditsPerHour]) => ({
        serviceKind,
        creditsPerHour,
      })),
    }),
  );

const rates = async (day: string) =>
  Object.fromEntries(
    (await ratesOn(database.dataSource.manager, scheme.id, day)).map((rate) => [
      rate.serviceKind,
      rate.creditsPerHour,
    ]),
  );

const OPENED = { repair: 10, hairdressing: 8 };

test('new rates hold from their day on, as a whole set, and the days before keep theirs', async () => {
  await set('2027-01-01', { repair: 12 });
  await set('2026-12-01', { repair: 11, weaving: 5 });
  expect(await rates(TODAY)).toEqual(OPENED);
  expect(await rates('2026-11-30')).toEqual(OPENED);
  expect(await rates('2026-12-01')).toEqual({ repair: 11, weaving: 5 });
  expect(await rates('2026-12-31')).toEqual({ repair: 11, weaving: 5 });
  expect(await rates('2027-01-01')).toEqual({ repair: 12 });
});

test('tomorrow is the earliest day; today and the past stay as they were', async () => {
  for (const day of [TODAY, '2026-11-21', '2025-01-01'])
    await expect(set(day, { repair: 1 })).rejects.toMatchObject({
      ...{ code: 'RATES_BEGIN_TOO_EARLY', path: ['validFrom'], facts: { today: TODAY } },
    });
  expect(await rates(TODAY)).toEqual(OPENED);
  await set('2026-11-23', { repair: 9 });
  expect(await rates('2026-11-23')).toEqual({ repair: 9 });
});

test('what has not begun may be set again, also by many at once', async () => {
  await set('2028-01-01', { repair: 1, weaving: 1 });
  await warm(database.dataSource);
  await Promise.all(Array.from({ length: 10 }, (_, i) => set('2028-01-01', { repair: i + 2 })));
  expect(Object.keys(await rates('2028-01-01'))).toEqual(['repair']);
});

test('only officers of the place set them, for a scheme that exists', async () => {
  const { home, other, auditor } = world;
  for (const { actor } of [home.cadre, home.leader, auditor])
    await expect(set('2029-01-01', OPENED, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(set('2029-01-01', OPENED, STRANGER)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  const unknown = toGlobalId('CreditScheme', null, other.id);
  await expect(set('2029-01-01', OPENED, undefined, unknown)).rejects.toMatchObject({
    ...{ code: 'ID_UNKNOWN', path: ['schemeId'] },
  });
  await expect(set('2029-02-29', OPENED)).rejects.toMatchObject({ code: 'DAY_UNREADABLE' });
  await expect(set('2029-01-01', {})).rejects.toMatchObject({ code: 'RATES_COUNT' });
  await expect(set('2029-01-01', { repair: 0 })).rejects.toMatchObject({ code: 'RATE_RANGE' });
});
