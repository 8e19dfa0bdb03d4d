import fc from 'fast-check';
import { Refusal } from '../../src/kernel/refusal';
import { REPORTS_KEEP } from '../../src/reports/rolling';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { setWriteOffLimit } from '../../src/supermarkets/set-write-off-limit';
import { newClass, newProduct, prioritise, residentOf, run, type Shop } from '../supermarkets/shop';
import { MONTHS, Play, type Does } from './play';
import { SlowModel, type Who } from './slow-model';
import { month, newTown, noonOf, sealAll, told, toldOf, wrong } from './stage';

const BORN = ['1950-01-01', '1960-06-01', '1985-06-01', '2015-06-01', null];
const BANDS = ['FROM_70', 'FROM_60', 'FROM_35', 'UNDER_18', 'UNKNOWN'];
const WAYS = { any: null, served: 'served', attended: 'attended', gave: 'gave' } as const;

let shop: Shop;
let stores: Shop[];
let model: SlowModel;
let play: Play;

beforeAll(async () => {
  const town = await newTown();
  ({ shop } = town);
  stores = [shop, town.other];
  const { dataSource, home, world } = shop;
  await newClass(shop, 'grain', 900, 3, noonOf(month(-4)));
  const products: ProductRow[] = [
    await newProduct(shop, { price: 1, allowanceClass: 'grain' }),
    await newProduct(shop, { price: 1, name: 'Soap' }),
  ];
  await dataSource.query(
    `update product_price set valid_from = '2020-01-01' where community_id = $1`,
    [home.id],
  );
  for (const { storeId } of stores)
    await run(
      shop,
      world.officer.actor,
      (work) => setWriteOffLimit(work, { storeId, pieces: 10_000 }),
      noonOf(month(-4)),
    );
  const people = new Map<string, Who>();
  for (const [at, { residents }] of home.households.entries())
    for (const { id, householdId } of residents) {
      await dataSource.query(
        'update resident set birth_date = $3 where community_id = $1 and id = $2',
        [home.id, id, BORN[at]],
      );
      people.set(id, { household: householdId, isPriority: at === 1, band: BANDS[at]! });
    }
  await prioritise(shop, residentOf(shop, 1, 2).id, '2020-01-01');
  model = new SlowModel(people);
  play = new Play(stores, products, model);
}, 60_000);
afterAll(() => shop.database.drop());

const weights: Record<Does, number> = {
  ...{ receive: 4, exchange: 6, void: 2, count: 2, writeOff: 4, recall: 1, clear: 2, earn: 5 },
  unearn: 2,
};
const drawn = {
  which: fc.nat({ max: 1000 }),
  who: fc.integer({ min: 0, max: 4 }),
  pieces: fc.integer({ min: 1, max: 6 }),
  at: fc.integer({ min: 0, max: 2 }),
};
const acts = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('seal' as const), ...drawn }) },
  ...Object.entries(weights).map(([does, weight]) => ({
    weight,
    arbitrary: fc.record({ does: fc.constant(does as Does), ...drawn }),
  })),
);

/** What of an act cannot be: of lots that are gone, wallets that are empty. */
const REFUSALS = [
  ...['OUT_OF_STOCK', 'INSUFFICIENT_CREDITS', 'LOT_RECALLED', 'LOT_NOT_RECALLED', 'LOT_SHORT'],
  ...['RECALLED_SHORT', 'EXCHANGE_REFUSED'],
];

/** Two seal at once: one of them stands back, and adds nothing. */
const sealTwice = async () => {
  const sealed = await Promise.all([sealAll(shop.dataSource), sealAll(shop.dataSource)]);
  return sealed.some((entries) => entries > 0);
};

const exactly = (people: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(people).map(([name, count]) => [name, { count, suppressed: false }]),
  );

async function sameAsModel(): Promise<void> {
  const auditor = shop.world.auditor.actor;
  for (const name of MONTHS) {
    for (const { store, storeId } of stores) {
      const report = await told(shop, auditor, 'Store', storeId, name);
      expect(report.goods).toEqual(model.goods(store.id, name));
      expect(report.credits).toMatchObject(model.credits(store.id, name));
      expect(cells(report)).toEqual(exactly(model.households(store.id, [name])));
    }
    const report = await told(shop, auditor, 'Place', shop.home.place.globalId, name);
    expect(report.goods).toEqual(model.goods(null, name));
    expect(report.credits).toEqual(model.credits(null, name));
    expect(cells(report)).toEqual(exactly(model.households(null, [name])));
    for (const { band, ...ways } of report.participation?.bands ?? [])
      for (const [way, does] of Object.entries({ ...WAYS, exchanged: 'exchanged' }))
        expect([name, band, way, ways[way].count]).toEqual([
          ...[name, band, way],
          model.band(name, band, does),
        ]);
  }
}

interface Group {
  readonly group: string | null;
  readonly households: object;
}

const cells = ({ households }: { households: { all: object; byGroup: Group[] } }) => ({
  all: households.all,
  ...Object.fromEntries(households.byGroup.map((each) => [each.group ?? 'none', each.households])),
});

test('whatever is done, taken back and sealed when, reports say what a slow model says', async () => {
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 15, maxLength: 45 }), async (list) => {
      for (const { does, ...each } of list)
        try {
          const happened = await (does === 'seal' ? sealTwice() : play[does](each));
          if (happened) done.set(does, (done.get(does) ?? 0) + 1);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          expect(REFUSALS).toContain(error.code);
        }
      await sealAll(shop.dataSource);
      await sameAsModel();
      expect(await wrong(shop)).toEqual([]);
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect([...done.keys()].sort()).toEqual([...Object.keys(weights), 'seal'].sort());
}, 240_000);

test('a year is counted once, as the model does', async () => {
  const field = `distinctPeople(from: $from, until: $until) {
    households { count } residents { count } }`;
  const id = shop.home.place.globalId;
  const given = { id, from: month(-6), until: month(1) };
  const { told: once } = await toldOf(shop, shop.world.auditor.actor, 'Place', field, given);
  expect(once).toEqual({
    households: { count: model.households(null, MONTHS).all },
    residents: { count: model.residents(null, MONTHS, null).length },
  });
});

const TABLES = ['sum', 'given_day', 'household', 'resident', 'people', 'population'];

test('kept again from the beginning, all is the same', async () => {
  const { dataSource, home } = shop;
  const all = () =>
    Promise.all(
      TABLES.map((table) =>
        dataSource.query(`select kept::text as row from report_${table} kept order by 1`),
      ),
    );
  const kept = await all();
  for (const rows of kept) expect(rows).not.toEqual([]);
  for (const table of TABLES) await dataSource.query(`delete from report_${table}`);
  const [{ until }] = await dataSource.query(
    'select max(until_at)::text as until from ledger_block where community_id = $1',
    [home.id],
  );
  for (const { sql, values } of REPORTS_KEEP)
    await dataSource.query(sql, [home.id, '-infinity', until, 'Asia/Shanghai', ...values]);
  expect(await all()).toEqual(kept);
});
