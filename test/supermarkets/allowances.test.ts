import { randomUUID } from 'node:crypto';
import { CITY } from '../../src/api/context';
import { allowancesOfHousehold, householdOn } from '../../src/supermarkets/allowance.reader';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { setAllowance } from '../../src/supermarkets/set-allowance';
import {
  allowance,
  basketOf,
  booksAreRight,
  day,
  entries,
  exchange,
  fillWallet,
  newClass,
  newProduct,
  newShop,
  prioritise,
  productId,
  receive,
  residentOf,
  run,
  type Shop,
} from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await newShop();
  for (let household = 0; household < 5; household += 1)
    for (let person = 0; person < 3; person += 1)
      await fillWallet(shop, residentOf(shop, household, person).id, 1000);
});
afterEach(() => booksAreRight(shop));
afterAll(() => shop.database.drop());

/** Midnight in Shanghai, when October becomes November. */
const MIDNIGHT = new Date('2024-10-31T16:00:00Z').getTime();
const AUGUST = new Date('2024-08-15T00:00:00Z');

async function classOf(pieces: number, extra = 0, now = AUGUST): Promise<ProductRow> {
  const { code } = await newClass(shop, `c-${randomUUID().slice(0, 8)}`, pieces, extra, now);
  const product = await newProduct(shop, { price: 1, allowanceClass: code });
  await receive(shop, product, 100);
  return product;
}

/** An exchange at a moment (ms), recorded an hour later. */
const takeAt = (moment: number, product: ProductRow, quantity: number, household = 0) =>
  exchange(
    shop,
    {
      ...basketOf(shop, residentOf(shop, household), product, quantity),
      occurredAt: new Date(moment),
    },
    undefined,
    new Date(moment + 3_600_000),
  );

const left = (product: ProductRow, month: string, household = 0) =>
  allowance(shop, residentOf(shop, household).householdId, month, product.allowanceClassId!);

test('an allowance may be used up exactly; one more is refused until the month is over', async () => {
  const grain = await classOf(4);
  await takeAt(MIDNIGHT - 1000, grain, 3);
  expect(await left(grain, '2024-10')).toBe(1);
  await expect(takeAt(MIDNIGHT - 1000, grain, 2)).rejects.toMatchObject({
    code: 'ALLOWANCE_EXCEEDED',
    facts: { remaining: 1, required: 2, until: '2024-11-01' },
    path: ['lines', '0', 'quantity'],
  });
  await takeAt(MIDNIGHT - 1000, grain, 1);
  expect(await left(grain, '2024-10')).toBe(0);
});

test('the month turns at midnight in Shanghai', async () => {
  const grain = await classOf(4);
  await takeAt(MIDNIGHT - 1, grain, 4);
  await expect(takeAt(MIDNIGHT - 1, grain, 1)).rejects.toMatchObject({
    code: 'ALLOWANCE_EXCEEDED',
  });
  await takeAt(MIDNIGHT, grain, 4);
  expect([await left(grain, '2024-10'), await left(grain, '2024-11')]).toEqual([0, 0]);
  await expect(takeAt(MIDNIGHT, grain, 1)).rejects.toMatchObject({
    code: 'ALLOWANCE_EXCEEDED',
    facts: { until: '2024-12-01' },
  });
});

test('recorded late, it is drawn from the month in which it happened', async () => {
  const grain = await classOf(4);
  await takeAt(MIDNIGHT + 1000, grain, 4);
  await takeAt(MIDNIGHT - 1000, grain, 4);
  expect([await left(grain, '2024-10'), await left(grain, '2024-11')]).toEqual([0, 0]);
});

test('the first exchange of a month opens the allowance, the next ones only draw', async () => {
  const grain = await classOf(4);
  const before = await entries(shop);
  await takeAt(MIDNIGHT, grain, 1);
  expect(await entries(shop)).toBe(before + 2);
  await takeAt(MIDNIGHT, grain, 1);
  expect(await entries(shop)).toBe(before + 3);
});

test('each household has its own allowance, which its members share', async () => {
  const grain = await classOf(2);
  await takeAt(MIDNIGHT, grain, 2, 0);
  await takeAt(MIDNIGHT, grain, 2, 1);
  const mother = residentOf(shop, 0, 2);
  const hers = { ...basketOf(shop, mother, grain, 1), occurredAt: new Date(MIDNIGHT) };
  await expect(exchange(shop, hers, undefined, new Date(MIDNIGHT))).rejects.toMatchObject({
    code: 'ALLOWANCE_EXCEEDED',
  });
});

test('a member in a priority group brings the household extra pieces, once', async () => {
  const grain = await classOf(2, 3);
  await prioritise(shop, residentOf(shop, 2, 1).id, '2024-11-01');
  await prioritise(shop, residentOf(shop, 2, 2).id, '2024-11-01');
  await expect(takeAt(MIDNIGHT, grain, 6, 2)).rejects.toMatchObject({ facts: { remaining: 5 } });
  await takeAt(MIDNIGHT, grain, 5, 2);
  // Before the first day in the group there is nothing extra.
  await expect(takeAt(MIDNIGHT - 1, grain, 3, 2)).rejects.toMatchObject({
    facts: { remaining: 2 },
  });
});

test('a membership that has ended, or of someone who moved out, brings nothing', async () => {
  const grain = await classOf(2, 3);
  await prioritise(shop, residentOf(shop, 3, 1).id, '2024-01-01', '2024-11-01');
  await takeAt(MIDNIGHT - 1, grain, 5, 3);
  await expect(takeAt(MIDNIGHT, grain, 3, 3)).rejects.toMatchObject({ facts: { remaining: 2 } });
  const gone = residentOf(shop, 4, 2);
  await prioritise(shop, gone.id, '2024-01-01');
  await shop.dataSource.query(`update resident set moved_out = '2024-11-01' where id = $1`, [
    gone.id,
  ]);
  await takeAt(MIDNIGHT - 1, grain, 5, 4);
  await expect(takeAt(MIDNIGHT, grain, 3, 4)).rejects.toMatchObject({ facts: { remaining: 2 } });
});

test('a class for priority households only gives others nothing, and them their extra', async () => {
  const cane = await classOf(0, 1);
  await prioritise(shop, residentOf(shop, 1).id, '2024-11-01', '2024-12-01');
  await expect(takeAt(MIDNIGHT, cane, 1, 0)).rejects.toMatchObject({
    code: 'ALLOWANCE_EXCEEDED',
    facts: { remaining: 0, required: 1 },
  });
  await takeAt(MIDNIGHT, cane, 1, 1);
  // Who joins a group later in the month, after a refusal, has the extra then.
  await prioritise(shop, residentOf(shop, 0).id, '2024-11-02', '2024-12-01');
  await takeAt(MIDNIGHT + 24 * 3_600_000, cane, 1, 0);
});

test('a change holds from its month on; a class that has not begun limits nothing', async () => {
  const grain = await classOf(2);
  const [{ code, name }] = await shop.dataSource.query(
    'select code, name from allowance_class where id = $1',
    [grain.allowanceClassId],
  );
  const communityId = shop.home.place.globalId;
  const input = { communityId, code, name, pieces: 3, extraPieces: 0, fromMonth: '2024-11' };
  await run(shop, shop.home.cadre.actor, (work) => setAllowance(work, input), AUGUST);
  await expect(takeAt(MIDNIGHT - 1, grain, 3)).rejects.toMatchObject({ facts: { remaining: 2 } });
  await takeAt(MIDNIGHT, grain, 3);
  const later = await classOf(1, 0, new Date(MIDNIGHT));
  await takeAt(MIDNIGHT - 1, later, 50);
  await expect(takeAt(MIDNIGHT, later, 2)).rejects.toMatchObject({ facts: { remaining: 1 } });
});

test('two products of a class draw one allowance; classes do not mix', async () => {
  const grain = await classOf(3);
  const [{ code }] = await shop.dataSource.query('select code from allowance_class where id = $1', [
    grain.allowanceClassId,
  ]);
  const millet = await newProduct(shop, { name: 'Millet', price: 1, allowanceClass: code });
  await receive(shop, millet, 10);
  const other = await classOf(1);
  const take = (...wanted: [ProductRow, number][]) =>
    exchange(
      shop,
      {
        ...basketOf(shop, residentOf(shop, 0), grain, 1),
        occurredAt: new Date(MIDNIGHT),
        lines: wanted.map(([product, quantity]) => ({ productId: productId(product), quantity })),
      },
      undefined,
      new Date(MIDNIGHT),
    );
  await expect(take([other, 1], [grain, 2], [millet, 2])).rejects.toMatchObject({
    code: 'ALLOWANCE_EXCEEDED',
    facts: { productClass: code, remaining: 3, required: 4 },
    path: ['lines', '1', 'quantity'],
  });
  await take([other, 1], [grain, 2], [millet, 1]);
  expect([await left(grain, '2024-11'), await left(other, '2024-11')]).toEqual([0, 0]);
});

test('what a household may still take is read for many at once', async () => {
  const grain = await classOf(2, 3, new Date());
  const now = new Date();
  await exchange(shop, basketOf(shop, residentOf(shop, 0), grain, 2));
  await prioritise(shop, residentOf(shop, 1).id, day(0, now));
  const keys = [0, 1].map((n) => householdOn(residentOf(shop, n).householdId, day(0, now)));
  const read = await allowancesOfHousehold.read(shop.dataSource.manager, shop.home.id, keys);
  const [{ code }] = await shop.dataSource.query('select code from allowance_class where id = $1', [
    grain.allowanceClassId,
  ]);
  const of = (key: string | undefined) =>
    read.find((each) => each.key === key && each.productClass === code)?.remaining;
  expect(keys.map(of)).toEqual([0, 5]);
  expect(await allowancesOfHousehold.read(shop.dataSource.manager, CITY, keys)).toEqual([]);
});
