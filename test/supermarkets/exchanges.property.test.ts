import fc from 'fast-check';
import { toGlobalId } from '../../src/kernel/global-id';
import type { Exchange } from '../../src/supermarkets/exchange.reader';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { voidExchange } from '../../src/supermarkets/void-exchange';
import {
  basketOf,
  booksAreRight,
  day,
  exchange,
  fillWallet,
  key,
  newClass,
  newProduct,
  newShop,
  productId,
  receive,
  residentOf,
  run,
  wallet,
  type Shop,
} from './shop';

let shop: Shop;
const products: ProductRow[] = [];
beforeAll(async () => {
  shop = await newShop();
  await newClass(shop, 'grain', 12, 3);
  for (const [name, price, allowanceClass] of [
    ['Rice', 3, 'grain'],
    ['Flour', 2, 'grain'],
    ['Soap', 1, null],
  ] as const)
    products.push(await newProduct(shop, { name, price, allowanceClass }));
});
afterAll(() => shop.database.drop());

const PEOPLE = 4;
const line = fc.record({ product: fc.nat(2), quantity: fc.integer({ min: 1, max: 4 }) });
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('exchange' as const),
      who: fc.nat(PEOPLE - 1),
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      /** How often the same request is sent. */
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('void' as const), which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('receive' as const),
      product: fc.nat(2),
      quantity: fc.integer({ min: 1, max: 6 }),
      own: fc.boolean(),
      days: fc.option(fc.nat(9)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('fill' as const),
      who: fc.nat(PEOPLE - 1),
      credits: fc.integer({ min: 1, max: 15 }),
    }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** What anyone may be told; anything else is a fault. */
const REFUSALS = [
  'OUT_OF_STOCK',
  'INSUFFICIENT_CREDITS',
  'ALLOWANCE_EXCEEDED',
  'POOL_SHORT',
  'ALREADY_VOIDED',
];

test('whatever is exchanged, voided and received at once, the books are right', async () => {
  const given = Array.from({ length: PEOPLE }, () => 0);
  const stands = new Map<string, { exchange: Exchange; who: number }>();
  let exchanged = 0;

  async function play(each: Act): Promise<void> {
    if (each.does === 'fill') {
      await fillWallet(shop, residentOf(shop, each.who).id, each.credits);
      given[each.who]! += each.credits;
    } else if (each.does === 'receive') {
      const unitCost = { amount: '0.70', currency: 'CNY' as const };
      await receive(shop, products[each.product]!, each.quantity, {
        ...(each.own ? { source: 'OPERATOR_OWNED', unitCost } : {}),
        expiresOn: each.days === null ? null : day(each.days),
      });
    } else if (each.does === 'void') {
      const [id] = [...stands.keys()].slice(each.which % (stands.size || 1));
      if (!id) return;
      const exchangeId = toGlobalId('Exchange', shop.home.id, id);
      await run(shop, shop.home.storekeeper.actor, (work) =>
        voidExchange(work, { idempotencyKey: key(), exchangeId, reason: 'A slip' }),
      );
      stands.delete(id);
    } else {
      const lines = each.lines.map(({ product, quantity }) => ({
        productId: productId(products[product]!),
        quantity,
      }));
      const who = residentOf(shop, each.who);
      const input = { ...basketOf(shop, who, products[0]!, 1), lines };
      // A request that was refused may succeed when it is sent again: something came meanwhile.
      const tries = await Promise.allSettled(
        Array.from({ length: each.times }, () => exchange(shop, input)),
      );
      const answers = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(new Set(answers.map(({ id }) => id)).size).toBeLessThanOrEqual(1);
      if (answers[0]) stands.set(answers[0].id, { exchange: answers[0], who: each.who });
      if (answers[0]) exchanged += 1;
      for (const one of tries) if (one.status === 'rejected') throw one.reason;
    }
  }

  // Something to take and something to pay with, or the first acts would all be refused.
  for (const product of [0, 1, 2])
    await play({ does: 'receive', product, quantity: 6, own: false, days: null });
  for (let who = 0; who < PEOPLE; who += 1) await play({ does: 'fill', who, credits: 15 });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40 }), async (acts) => {
      const tries = await Promise.allSettled(acts.map(play));
      for (const each of tries)
        if (each.status === 'rejected') {
          if (!each.reason?.code) throw each.reason;
          expect(REFUSALS).toContain(each.reason.code);
        }
      await booksAreRight(shop);
      for (let who = 0; who < PEOPLE; who += 1) {
        const spent = [...stands.values()]
          .filter((each) => each.who === who)
          .reduce((sum, each) => sum + each.exchange.credits, 0);
        expect(await wallet(shop, residentOf(shop, who).id)).toBe(given[who]! - spent);
      }
      const drawn = new Map<string, number>();
      for (const { exchange: each } of stands.values())
        for (const { lotId, quantity } of each.lines)
          drawn.set(lotId, (drawn.get(lotId) ?? 0) + quantity);
      const lots: { id: string; quantity: number; left: string }[] = await shop.dataSource.query(
        `select lot.id, lot.quantity, a.debits - a.credits as left from lot
         join ledger_account a on a.holder_id = lot.id and a.kind = 'lotStock'`,
      );
      for (const lot of lots)
        expect(Number(lot.left)).toBe(lot.quantity - (drawn.get(lot.id) ?? 0));
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect(exchanged).toBeGreaterThan(5);
}, 60_000);
