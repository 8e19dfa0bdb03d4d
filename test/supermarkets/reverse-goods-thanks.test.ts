import type { Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { GOODS_GIFT_CHECKS } from '../../src/supermarkets/goods-gifts.checks';
import type { Thanks } from '../../src/supermarkets/goods-thanks.entity';
import type { Lot } from '../../src/supermarkets/lot.reader';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { receiveGoodsGift } from '../../src/supermarkets/receive-goods-gift';
import { reverseGoodsThanks } from '../../src/supermarkets/reverse-goods-thanks';
import { setGoodsValue } from '../../src/supermarkets/set-goods-value';
import { thankForGoods } from '../../src/supermarkets/thank-for-goods';
import type { SomeResident } from '../support/world';
import {
  basketOf,
  booksAreRight,
  exchange,
  key,
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
let rice: ProductRow;
beforeAll(async () => {
  shop = await newShop();
  rice = await newProduct(shop);
  const communityId = shop.home.place.globalId;
  await run(shop, shop.world.officer.actor, (work) =>
    setGoodsValue(work, { communityId, productId: productId(rice), credits: 3 }),
  );
});
afterEach(async () => expect(await runChecks(shop.dataSource, GOODS_GIFT_CHECKS)).toEqual([]));
afterAll(async () => {
  await booksAreRight(shop);
  await shop.database.drop();
});

const who = (person = 0): SomeResident => residentOf(shop, 4, person);
const idOf = (lot: Pick<Lot, 'communityId' | 'id'>) => toGlobalId('Lot', lot.communityId, lot.id);

const thank = (lot: Lot, thanks: Thanks, resident = who()) =>
  run(shop, shop.home.clerk.actor, (work) =>
    thankForGoods(work, { lotId: idOf(lot), residentId: resident.globalId, thanks }),
  );

const back = (
  lot: Pick<Lot, 'communityId' | 'id'>,
  more: { actor?: Actor; idempotencyKey?: string; reason?: string } = {},
) => {
  const {
    actor = shop.home.storekeeper.actor,
    idempotencyKey = key(),
    reason = 'Another Li',
  } = more;
  return run(shop, actor, (work) =>
    reverseGoodsThanks(work, { idempotencyKey, lotId: idOf(lot), reason }),
  );
};

test('credits for the wrong one are taken back, once, and the right one is thanked', async () => {
  const lot = await receive(shop, rice, 4);
  await thank(lot, 'credits', who(0));
  const idempotencyKey = key();
  await back(lot, { idempotencyKey });
  await back(lot, { idempotencyKey });
  await expect(back(lot, { idempotencyKey, reason: 'Another' })).rejects.toMatchObject({
    code: 'KEY_REUSED',
  });
  await expect(back(lot)).rejects.toMatchObject({ code: 'NOT_CREDITED', path: ['lotId'] });
  expect(await wallet(shop, who(0).id)).toBe(0);
  await thank(lot, 'credits', who(1));
  await thank(lot, 'credits', who(1));
  expect(await wallet(shop, who(1).id)).toBe(12);
  await expect(thank(lot, 'credits', who(0))).rejects.toMatchObject({ code: 'GIFT_THANKED' });
  // And once more: this time an acknowledgement was meant.
  await back(lot, { actor: shop.home.cadre.actor });
  await thank(lot, 'acknowledgement', who(1));
  expect(await wallet(shop, who(1).id)).toBe(0);
  await expect(back(lot)).rejects.toMatchObject({ code: 'NOT_CREDITED' });
});

test('the same request twice at once is done once, and both are told so', async () => {
  const lot = await receive(shop, rice, 2);
  await thank(lot, 'credits', who(0));
  const had = await wallet(shop, who(0).id);
  const idempotencyKey = key();
  const other = shop.dataSource.createQueryRunner();
  await other.startTransaction();
  await other.query('select turn from goods_thanks where lot_id = $1 for update', [lot.id]);
  const both = Promise.all([1, 2].map(() => back(lot, { idempotencyKey })));
  for (let waiting: unknown[] = []; waiting.length < 2;)
    waiting = await shop.dataSource.query(
      `select 1 from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
  await other.rollbackTransaction();
  await other.release();
  expect((await both).map(({ id }) => id)).toEqual([lot.id, lot.id]);
  expect(await wallet(shop, who(0).id)).toBe(had - 6);
});

test('not what is spent, not one’s own, not by a clerk or from elsewhere, not without a reason', async () => {
  const lot = await receive(shop, rice, 10);
  await thank(lot, 'credits', who(2));
  const { clerk, storekeeper } = shop.home;
  for (const actor of [
    clerk.actor,
    shop.world.other.storekeeper.actor,
    shop.world.other.cadre.actor,
  ])
    await expect(back(lot, { actor })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const own = { communityId: who(2).communityId, residentId: who(2).id };
  await expect(
    back(lot, { actor: { ...storekeeper.actor, residences: [own] } }),
  ).rejects.toMatchObject({ code: 'OWN_GIFT' });
  await expect(back(lot, { reason: ' ' })).rejects.toMatchObject({ code: 'TEXT_LENGTH' });
  await exchange(shop, basketOf(shop, who(2), rice, 1));
  await expect(back(lot)).rejects.toMatchObject({ code: 'INSUFFICIENT_CREDITS', path: ['lotId'] });
});

test('the goods of a gift with a slip as well', async () => {
  const { gift } = await run(shop, shop.home.clerk.actor, (work) =>
    receiveGoodsGift(work, {
      ...{
        idempotencyKey: key(),
        storeId: shop.storeId,
      },
      ...{ residentId: who(1).globalId, thanks: 'credits' as const },
      lines: [{ productId: productId(rice), quantity: 2 }],
    }),
  );
  const [line]: { id: string }[] = await shop.dataSource.query(
    'select lot_id id from goods_gift_line where gift_id = $1',
    [gift.id],
  );
  const lot = { communityId: gift.communityId, id: line!.id };
  await back(lot);
  await thank(lot as Lot, 'acknowledgement', who(0));
});

test('taken back and thanked anew from many connections: one thanks stands, credited once', async () => {
  const lot = await receive(shop, rice, 1);
  await thank(lot, 'credits', who(0));
  const before = await wallet(shop, who(0).id);
  const acts = [0, 1, 2].flatMap((n) => [back(lot), thank(lot, 'credits', who(n % 2))]);
  await Promise.allSettled(acts);
  const [standing]: { resident_id: string; turn: number }[] = await shop.dataSource.query(
    'select resident_id, turn from goods_thanks where lot_id = $1 and reversed_at is null',
    [lot.id],
  );
  const kept = standing?.resident_id === who(0).id ? before : before - 3;
  expect(await wallet(shop, who(0).id)).toBe(kept);
});

test('a lot’s giver is thanked nine times over and no more', async () => {
  const lot = await receive(shop, rice, 1);
  for (let turn = 1; turn <= 9; turn += 1) {
    await thank(lot, 'credits', who(turn % 2));
    await back(lot);
  }
  await expect(thank(lot, 'credits')).rejects.toMatchObject({ code: 'THANKED_TOO_OFTEN' });
});
