import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { registerPlace } from '../../src/society/register-place';
import { clearRecalled } from '../../src/supermarkets/clear-recalled';
import { recallLot } from '../../src/supermarkets/recall-lot';
import { voidExchange } from '../../src/supermarkets/void-exchange';
import { countQueries } from '../support/queries';
import {
  basketOf,
  exchange,
  key,
  newClass,
  newProduct,
  prioritise,
  receive,
  residentOf,
  run,
  type Shop,
} from '../supermarkets/shop';
import { credit, month, newTown, noonOf, REPORT, sealAll, told, toldOf, wrong } from './stage';

let shop: Shop;
let other: Shop;
let grid: string;
const [before, now] = [month(-1), month()];

/**
 * In the month before, households 0 to 5 serve and take rice home; household 0 belongs to a
 * priority group. In this month, one exchange is taken back and a lot is called back.
 */
beforeAll(async () => {
  ({ shop, other } = await newTown());
  const { dataSource, home } = shop;
  await newClass(shop, 'grain', 500, 3, noonOf(month(-2)));
  const rice = await newProduct(shop, { price: 2, allowanceClass: 'grain' });
  const soap = await newProduct(shop, { price: 1, name: 'Soap' });
  await dataSource.query(
    `update product_price set valid_from = '2020-01-01' where community_id = $1`,
    [home.id],
  );
  for (const [at, household] of home.households.entries())
    for (const resident of household.residents)
      await dataSource.query(
        'update resident set birth_date = $3 where community_id = $1 and id = $2',
        [home.id, resident.id, `${1950 + at * 10}-06-01`],
      );
  await prioritise(shop, residentOf(shop, 0).id, '2020-01-01');
  const at = noonOf(before);
  await receive(shop, rice, 40, {}, at);
  const soaps = await receive(other, soap, 30, {}, at);
  for (const household of [0, 1, 2, 3, 4]) {
    const who = residentOf(shop, household);
    await credit(shop, who.id, 50, { now: at });
    const input = { ...basketOf(shop, who, rice, 2), occurredAt: at };
    await exchange(shop, input, undefined, at);
  }
  await credit(shop, residentOf(shop, 1, 2).id, 100, { by: 'goodsGiftCredited', now: at });
  await exchange(
    other,
    { ...basketOf(other, residentOf(shop, 0), soap, 6), occurredAt: at },
    undefined,
    at,
  );
  await sealAll(dataSource);
  const again = await exchange(shop, basketOf(shop, residentOf(shop, 4), rice, 1));
  await run(shop, home.storekeeper.actor, (work) =>
    voidExchange(work, {
      ...{ idempotencyKey: key(), reason: 'A slip' },
      exchangeId: toGlobalId('Exchange', home.id, again.id),
    }),
  );
  const lotId = toGlobalId('Lot', home.id, soaps.id);
  await run(shop, home.storekeeper.actor, (work) =>
    recallLot(work, { idempotencyKey: key(), lotId, reason: 'Mould' }),
  );
  await run(shop, home.treasurer.actor, (work) =>
    clearRecalled(work, { idempotencyKey: key(), lotId, quantity: 6, end: 'written_off' }),
  );
  await sealAll(dataSource);
  const laid = await run(shop, shop.world.officer.actor, (work) =>
    registerPlace(work, { kind: 'grid', name: 'Grid 1', parentId: home.place.globalId }),
  );
  grid = toGlobalId('Place', null, laid.id);
}, 60_000);
afterAll(() => shop.database.drop());

const auditor = () => shop.world.auditor.actor;
const home = () => shop.home.place.globalId;
const line = {
  ...{ opening: 0, received: 0, given: 0, missing: 0, recalled: 0, writtenOff: 0 },
  ...{ thrownAway: 0, returned: 0, sent: 0, arrived: 0, lostOnTheWay: 0, left: 0 },
};
const exactly = (count: number) => ({ count, suppressed: false });
const hidden = { count: null, suppressed: true };

test('a month of a place tells goods, credits and people as they were', async () => {
  const report = await told(shop, auditor(), 'Place', home(), before);
  expect(report.month).toBe(before);
  expect(Date.now() - new Date(report.sealedUntil).getTime()).toBeLessThan(60_000);
  expect(report.goods).toEqual([
    { ...line, source: 'DONATED', productClass: null, received: 30, given: 6, left: 24 },
    { ...line, source: 'DONATED', productClass: 'grain', received: 40, given: 10, left: 30 },
  ]);
  expect(report.credits).toEqual({
    issued: expect.arrayContaining([
      { by: 'SERVICE', credits: 250 },
      { by: 'GOODS', credits: 100 },
    ]),
    ...{ spent: 26, expired: 0, outstanding: 324, serviceShareBasisPoints: 7143 },
  });
  // Household 0 took of both stores, and is one.
  expect(report.households.all).toEqual(exactly(5));
  const groups = Object.fromEntries(
    report.households.byGroup.map((each: { group: string | null; households: object }) => [
      each.group ?? 'none',
      each.households,
    ]),
  );
  expect(groups).toMatchObject({ LOW_INCOME: exactly(1), DISABLED: exactly(0), none: exactly(4) });
});

test('who took part is told by age, beside all who live there', async () => {
  const { participation } = await told(shop, auditor(), 'Place', home(), before);
  const bands = Object.fromEntries(
    participation.bands.map((each: { band: string }) => [each.band, each]),
  );
  // Born in 1950, 1960, …, three in a household; one of each served, one of the second gave.
  expect(bands.FROM_70).toMatchObject({ residents: exactly(3), served: exactly(1) });
  expect(bands.FROM_60).toMatchObject({
    ...{ residents: exactly(3), any: exactly(2), served: exactly(1), gave: exactly(1) },
    ...{ exchanged: exactly(1), attended: exactly(0), shareBasisPoints: 6667 },
  });
  expect(participation.all).toMatchObject({
    ...{ band: null, residents: exactly(15), any: exactly(6), served: exactly(5) },
    shareBasisPoints: 4000,
  });
  // Those of 1970, 1980 and 1990, of six.
  expect(participation.workingAgeShareBasisPoints).toBe(5000);
});

test('what was taken back stands in its own month, and nobody is counted by it', async () => {
  const report = await told(shop, auditor(), 'Store', shop.storeId, now);
  expect(report.goods).toEqual([
    { ...line, source: 'DONATED', productClass: 'grain', opening: 30, left: 30 },
  ]);
  expect(report.households.all).toEqual(exactly(0));
  expect(report.credits).toEqual({
    ...{ issued: [], spent: 0, expired: null, outstanding: null, serviceShareBasisPoints: null },
  });
  expect(report.participation).toBeNull();
  expect(report.daysOfStock).toEqual([
    expect.objectContaining({ productClass: 'grain', left: 30, given90: 10, days90: 270 }),
  ]);
});

test('what is called back and thrown away is what was lost of what was handled', async () => {
  const report = await told(shop, auditor(), 'Store', other.storeId, now);
  expect(report.goods).toEqual([
    { ...line, source: 'DONATED', productClass: null, opening: 24, recalled: 24, thrownAway: 6 },
  ]);
  expect(report.shrinkage).toEqual({ lost: 6, handled: 24, basisPoints: 2500 });
  const empty = await told(shop, auditor(), 'Store', other.storeId, month(-5));
  expect(empty.goods).toEqual([]);
  expect(empty.shrinkage).toEqual({ lost: 0, handled: 0, basisPoints: null });
});

test('strangers are told of no fewer than five people, rounded, with shares of that', async () => {
  const { households, participation } = await told(shop, STRANGER, 'Place', home(), before);
  expect(households.all).toEqual(exactly(5));
  for (const { households: few } of households.byGroup) expect(few).toEqual(hidden);
  expect(participation.all).toMatchObject({
    ...{ residents: exactly(15), any: exactly(5), exchanged: exactly(5), gave: hidden },
    shareBasisPoints: 3333,
  });
  for (const band of participation.bands)
    expect(band).toMatchObject({ any: hidden, shareBasisPoints: null });
  expect(participation.workingAgeShareBasisPoints).toBeNull();
});

test('strangers are told of nobody while a month goes on', async () => {
  const exact = await told(shop, auditor(), 'Place', home(), now);
  expect(exact.participation.all.residents).toEqual(exactly(15));
  const { households, participation } = await told(shop, STRANGER, 'Place', home(), now);
  expect(households.all).toEqual(hidden);
  expect(participation.all).toMatchObject({ residents: hidden, any: hidden });
  const field = `distinctPeople(from: $from, until: $until) {
    households { count } residents { count } }`;
  const once = async (until: string) =>
    await toldOf(shop, STRANGER, 'Place', field, { id: home(), from: before, until });
  const nobody = { households: { count: null }, residents: { count: null } };
  expect((await once(month(1))).told).toEqual(nobody);
  expect((await once(now)).told).toEqual({ households: { count: 5 }, residents: { count: 5 } });
});

test.each([
  ['the store’s clerk', () => shop.home.clerk.actor, 1],
  ['a cadre', () => shop.home.cadre.actor, 1],
  ['a leader', () => shop.home.leader.actor, null],
])('%s is told of few people, or not', async (_who, actor, count) => {
  const { households } = await told(shop, actor(), 'Store', shop.storeId, before);
  const [low] = households.byGroup.filter((each: { group: string }) => each.group === 'LOW_INCOME');
  expect(low.households.count).toBe(count);
});

test('a street is its communities; a city is told to those who govern it', async () => {
  const { street, city, officer } = shop.world;
  const report = await told(shop, auditor(), 'Place', street.globalId, before);
  expect(report.credits).toMatchObject({ spent: 26, outstanding: 324 });
  expect(report.households.all).toEqual(exactly(5));
  expect(report.daysOfStock).toBeNull();
  const field = `monthlyReports(from: $from, until: $until) { month credits { spent } }`;
  const months = { from: before, until: month(1) };
  const asked = { id: city.globalId, ...months };
  const whole = await toldOf(shop, officer.actor, 'Place', field, asked);
  expect(whole).toEqual({ told: null, codes: ['FORBIDDEN'] });
  const stranger = await toldOf(shop, STRANGER, 'Place', field, asked);
  expect(stranger.codes).toEqual(['UNAUTHENTICATED']);
  const own = await toldOf(shop, STRANGER, 'Place', field, { id: street.globalId, ...months });
  expect(own.told).toEqual([
    { month: before, credits: { spent: 26 } },
    { month: now, credits: { spent: 0 } },
  ]);
});

test('people of several months are counted once', async () => {
  const field = `distinctPeople(from: $from, until: $until) {
    households { count } residents { count } }`;
  const months = { from: month(-2), until: month(1) };
  const place = await toldOf(shop, auditor(), 'Place', field, { id: home(), ...months });
  expect(place.told).toEqual({ households: { count: 5 }, residents: { count: 6 } });
  const store = await toldOf(shop, auditor(), 'Store', field, { id: other.storeId, ...months });
  expect(store.told).toEqual({ households: { count: 1 }, residents: null });
});

const MONTHS = 'monthlyReports(from: $from, until: $until) { month }';
const ONCE = 'distinctPeople(from: $from, until: $until) { households { count } }';

test.each([
  ['MONTH_UNREADABLE', 'Store', MONTHS, { from: '2026-13' }],
  ['MONTH_UNREADABLE', 'Place', ONCE, { until: 'soon' }],
  ['PERIOD_EMPTY', 'Store', MONTHS, { until: '2026-01' }],
  ['MONTHS_TOO_MANY', 'Store', MONTHS, { until: '2029-02' }],
  ['MONTHS_TOO_MANY', 'Store', ONCE, { until: '2027-02' }],
  ['MONTHS_TOO_MANY', 'Street', MONTHS, { until: '2027-02' }],
  ['NO_REPORTS', 'Grid', MONTHS, {}],
  ['PLACE_TOO_LARGE', 'City', ONCE, {}],
] as const)('refuses %s: %s', async (code, what, field, months) => {
  const { world } = shop;
  const ids = { Place: home(), Store: shop.storeId, Street: world.street.globalId };
  const id = { ...ids, City: world.city.globalId, Grid: grid }[what];
  const given = { id, from: '2026-01', until: '2027-01', ...months };
  const type = what === 'Store' ? 'Store' : 'Place';
  expect((await toldOf(shop, governor(), type, field, given)).codes).toEqual([code]);
});

/** An auditor of the whole city. */
function governor(): Actor {
  const { world } = shop;
  const { actor } = world.auditor;
  const standings = actor.standings.map((each) => ({ ...each, placeId: world.city.id }));
  return { ...actor, standings };
}

test('a year of two stores is read in as many statements as a month of one', async () => {
  const stores = `stores(first: 10) { edges { node { name
    monthlyReports(from: $from, until: $until) { ${REPORT} } } } }`;
  const read = async (from: string) => {
    const asked = { id: home(), from, until: month(1) };
    const counted = await countQueries(shop.dataSource, () =>
      toldOf(shop, auditor(), 'Place', stores, asked),
    );
    expect(counted.result.codes).toEqual([]);
    return counted.statements.length;
  };
  const one = await read(now);
  // The place, its stores, their sums, days, people, and how far they are sealed.
  expect(one).toBeLessThanOrEqual(6);
  expect(await read(month(-11))).toBeLessThanOrEqual(one);
});

test('the checks hold', async () => {
  expect(await wrong(shop)).toEqual([]);
});
