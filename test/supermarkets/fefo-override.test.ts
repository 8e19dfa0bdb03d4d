import { entriesById } from '../../src/ledger/entry.reader';
import { toGlobalId } from '../../src/kernel/global-id';
import type { ExchangeLine } from '../../src/supermarkets/exchange-input';
import type { Exchange } from '../../src/supermarkets/exchange.reader';
import { needExchange } from '../../src/supermarkets/exchange.reader';
import type { Lot } from '../../src/supermarkets/lot.reader';
import { previewExchange } from '../../src/supermarkets/preview-exchange';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { recallLot } from '../../src/supermarkets/recall-lot';
import { recordExchanges } from '../../src/supermarkets/record-exchanges';
import { voidExchange } from '../../src/supermarkets/void-exchange';
import { countQueries } from '../support/queries';
import {
  basketOf,
  booksAreRight,
  day,
  entries,
  exchange,
  fillWallet,
  key,
  newProduct,
  newShop,
  openShop,
  productId,
  receive,
  residentOf,
  run,
  stock,
  type Shop,
} from './shop';
import { inBoth, lotId, send } from './stores';

let shop: Shop;
beforeAll(async () => {
  shop = await newShop();
  await fillWallet(shop, residentOf(shop, 0).id, 10_000);
});
afterEach(() => booksAreRight(shop));
afterAll(() => shop.database.drop());

const reason = 'The bag is torn, and they want it all the same';
const line = (product: ProductRow, quantity: number, lot?: Lot): ExchangeLine => ({
  ...{ productId: productId(product), quantity },
  ...(lot ? { fromLot: { lotId: lotId(lot), reason } } : {}),
});
const take = (...lines: ExchangeLine[]) => {
  const [first] = lines;
  if (!first) throw new Error('Nothing is taken');
  const input = basketOf(shop, residentOf(shop, 0), { communityId: '', id: '' } as never, 1);
  return exchange(shop, { ...input, lines });
};
const partsOf = ({ lines }: Exchange) =>
  lines.map(({ lotId: id, quantity, fefoReason }) => [id, quantity, fefoReason]);

/** Three lots, of which the first expires first. */
async function threeLots(name: string) {
  const product = await newProduct(shop, { name, price: 1 });
  const lots = [];
  for (const days of [5, 10, 20])
    lots.push(await receive(shop, product, 10, { expiresOn: day(days) }));
  return { product, lots: lots as [Lot, Lot, Lot] };
}

test('a line that names its lot takes from it, with the reason; the rest goes first expired', async () => {
  const { product, lots } = await threeLots('Rice');
  const done = await take(line(product, 4), line(product, 3, lots[2]), line(product, 1, lots[1]));
  expect(partsOf(done)).toEqual([
    [lots[2].id, 3, reason],
    [lots[1].id, 1, reason],
    [lots[0].id, 4, null],
  ]);
  expect(done.credits).toBe(8);
  const { communityId, id } = done;
  const read = await run(shop, shop.home.clerk.actor, (work) =>
    needExchange(work, { communityId, id }),
  );
  expect(partsOf(read)).toEqual(partsOf(done));
  const [entry] = await entriesById(shop.dataSource.manager, communityId, [id]);
  expect(entry?.facts.lines).toMatchObject([{ fefoReason: reason }, { fefoReason: reason }, {}]);
  await run(shop, shop.home.storekeeper.actor, (work) =>
    voidExchange(work, {
      ...{ idempotencyKey: key(), exchangeId: toGlobalId('Exchange', communityId, id) },
      reason: 'A slip',
    }),
  );
  for (const lot of lots) expect(await stock(shop, lot.id, product)).toBe(10);
});

test('the lot that is named first may also be the first to expire; nothing is taken twice', async () => {
  const { product, lots } = await threeLots('Soap');
  const done = await take(line(product, 6, lots[0]), line(product, 6));
  expect(partsOf(done)).toEqual([
    [lots[0].id, 6, reason],
    [lots[0].id, 4, null],
    [lots[1].id, 2, null],
  ]);
  await expect(take(line(product, 11, lots[2]))).rejects.toMatchObject({
    code: 'LOT_SHORT',
    facts: { available: 10 },
    path: ['lines', '0', 'fromLot', 'lotId'],
  });
  // Of the lot itself there is enough, of the product there is not.
  await expect(take(line(product, 10, lots[2]), line(product, 9))).rejects.toMatchObject({
    code: 'OUT_OF_STOCK',
  });
});

test('a preview shows it, and a batch made offline keeps it', async () => {
  const { product, lots } = await threeLots('Tea');
  const lines = [line(product, 2, lots[1])];
  const input = { ...basketOf(shop, residentOf(shop, 0), product, 2), lines };
  const seen = await run(shop, shop.home.clerk.actor, (work) => previewExchange(work, input));
  expect(seen.lines).toMatchObject([{ lotId: lots[1].id, quantity: 2, fefoReason: reason }]);
  expect(seen.refusals).toEqual([]);
  const short = { ...input, lines: [line(product, 11, lots[1])] };
  const refused = await run(shop, shop.home.clerk.actor, (work) => previewExchange(work, short));
  expect(refused.refusals).toMatchObject([{ code: 'LOT_SHORT' }]);
  const batch = [2, 8, 1].map((quantity) => ({
    ...{ ...input, idempotencyKey: key() },
    lines: [line(product, quantity, lots[1])],
  }));
  const results = await run(shop, shop.home.clerk.actor, (work) =>
    recordExchanges(work, { exchanges: batch }),
  );
  expect(results.map(({ exchange: done, refusal }) => refusal?.code ?? done?.credits)).toEqual([
    2,
    8,
    'LOT_SHORT',
  ]);
  expect(await stock(shop, lots[1].id, product)).toBe(0);
});

test('two tills that name the same last pieces: one gets them', async () => {
  const { product, lots } = await threeLots('Oil');
  const both = await Promise.allSettled([1, 2, 3].map(() => take(line(product, 4, lots[1]))));
  const failed = both.flatMap((each) => (each.status === 'rejected' ? each.reason.code : []));
  expect(failed).toEqual(['LOT_SHORT']);
  expect(await stock(shop, lots[1].id, product)).toBe(2);
});

test('a lot that may not be given is refused, and nothing moves', async () => {
  const { product, lots } = await threeLots('Milk');
  const salt = await newProduct(shop, { name: 'Salt', price: 1 });
  const salty = await receive(shop, salt, 5);
  const past = new Date(Date.now() - 3 * 86_400_000);
  const expired = await receive(shop, product, 5, { expiresOn: day(-1) }, past);
  await run(shop, shop.home.storekeeper.actor, (work) =>
    recallLot(work, { idempotencyKey: key(), lotId: lotId(lots[2]), reason: 'Glass' }),
  );
  const { other } = shop.world;
  const shopThere = await openShop(shop.dataSource, shop.world, other, 'HP1');
  const at = { at: other, ...shopThere };
  const [wine] = await inBoth(shop, at, 'Wine', '4006381333931');
  const away = await receive(shop, wine, 2);
  await send(shop, at, [[away, 2]]);
  const before = await entries(shop);
  const named = (id: string, text = reason): ExchangeLine => ({
    ...line(product, 1),
    fromLot: { lotId: id, reason: text },
  });
  const bad: [ExchangeLine, string, string][] = [
    [named(lotId(salty)), 'LOT_OF_OTHER_PRODUCT', 'lotId'],
    [named(lotId(expired)), 'LOT_EXPIRED', 'lotId'],
    [named(lotId(lots[2])), 'LOT_RECALLED', 'lotId'],
    [named(shop.storeId), 'ID_UNKNOWN', 'lotId'],
    [named(toGlobalId('Lot', shop.home.id, shop.store.id)), 'ID_UNKNOWN', 'lotId'],
    [named(toGlobalId('Lot', other.id, lots[0].id)), 'OTHER_COMMUNITY', 'lotId'],
    [named(lotId(lots[0]), '  '), 'TEXT_LENGTH', 'reason'],
    [{ ...line(wine, 1, away) }, 'LOT_SHORT', 'lotId'],
  ];
  for (const [each, code, field] of bad)
    await expect(take(each)).rejects.toMatchObject({
      code,
      path: ['lines', '0', 'fromLot', field],
    });
  expect(await entries(shop)).toBe(before);
});

test('where no line names a lot, the till asks the database nothing more', async () => {
  const { product, lots } = await threeLots('Tofu');
  const count = async (...lines: ExchangeLine[]) =>
    (await countQueries(shop.dataSource, () => take(...lines))).statements.length;
  const plain = await count(line(product, 1));
  expect(await count(line(product, 1, lots[2]))).toBe(plain);
  expect(await count(line(product, 2))).toBe(plain);
});
