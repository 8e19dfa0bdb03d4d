import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import { attachedTo } from '../../src/attachments/attachment.reader';
import { connectStore } from '../../src/attachments/object-store';
import { account } from '../../src/bookkeeping/chart';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { createSchema } from '../../src/server/schema';
import { approveWriteOff } from '../../src/supermarkets/approve-write-off';
import { declineWriteOff } from '../../src/supermarkets/decline-write-off';
import type { Lot } from '../../src/supermarkets/lot.reader';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { recallLot } from '../../src/supermarkets/recall-lot';
import { reverseWriteOff } from '../../src/supermarkets/reverse-write-off';
import { setWriteOffLimit } from '../../src/supermarkets/set-write-off-limit';
import { writeOffGoods, type WriteOffGoods } from '../../src/supermarkets/write-off-goods';
import type { WriteOffRow } from '../../src/supermarkets/write-off.entity';
import { pdf } from '../attachments/files';
import { MemoryStore, upload } from '../attachments/stage';
import {
  balance,
  basketOf,
  booksAreRight,
  day,
  entries,
  exchange,
  fillWallet,
  key,
  newProduct,
  newShop,
  receive,
  residentOf,
  run,
  stock,
  type Shop,
} from './shop';

let shop: Shop;
let rice: ProductRow;
beforeAll(async () => {
  shop = await newShop();
  rice = await newProduct(shop, { price: 1 });
  await fillWallet(shop, residentOf(shop, 0).id, 1000);
});
afterEach(() => booksAreRight(shop));
afterAll(() => shop.database.drop());

const lotId = ({ communityId, id }: Lot) => toGlobalId('Lot', communityId, id);
const idOf = ({ communityId, id }: WriteOffRow) => toGlobalId('WriteOff', communityId, id);
const write = (lot: Lot, quantity: number, more: Partial<WriteOffGoods> = {}, by?: Actor) =>
  run(shop, by ?? shop.home.clerk.actor, (work) =>
    writeOffGoods(work, {
      idempotencyKey: key(),
      ...{ lotId: lotId(lot), quantity, reason: 'spoiled' },
      ...more,
    }),
  );
const approve = (row: WriteOffRow, by?: Actor, idempotencyKey = key()) =>
  run(shop, by ?? shop.home.treasurer.actor, (work) =>
    approveWriteOff(work, { idempotencyKey, writeOffId: idOf(row) }),
  );
const reverse = (row: WriteOffRow, by?: Actor, idempotencyKey = key()) =>
  run(shop, by ?? shop.home.storekeeper.actor, (work) =>
    reverseWriteOff(work, { idempotencyKey, writeOffId: idOf(row), reason: 'The wrong lot' }),
  );
const limit = (pieces: number, value?: string, by?: Actor) =>
  run(shop, by ?? shop.home.treasurer.actor, (work) =>
    setWriteOffLimit(work, {
      ...{ storeId: shop.storeId, pieces },
      value: value ? { amount: value, currency: 'CNY' } : null,
    }),
  );
const gone = (product: ProductRow, reason = 'spoiled') =>
  balance(shop, account('goodsWrittenOff', shop.store.id, reason), product.id);

test('without a limit everything waits for a second person, who is another', async () => {
  const lot = await receive(shop, rice, 10);
  const before = await entries(shop);
  const waiting = await write(lot, 2, {}, shop.home.storekeeper.actor);
  expect(waiting).toMatchObject({ state: 'waiting', entryId: null });
  expect([await entries(shop), await stock(shop, lot.id, rice)]).toEqual([before, 10]);
  await expect(approve(waiting, shop.home.storekeeper.actor)).rejects.toMatchObject({
    code: 'SECOND_PERSON_NEEDED',
  });
  const again = key();
  const done = await approve(waiting, undefined, again);
  expect(done).toMatchObject({ state: 'posted', decidedBy: shop.home.treasurer.id });
  expect(await approve(waiting, undefined, again)).toEqual(done);
  await expect(approve(waiting)).rejects.toMatchObject({ code: 'WRITE_OFF_DECIDED' });
  expect([await entries(shop), await stock(shop, lot.id, rice)]).toEqual([before + 1, 8]);
  expect(await gone(rice)).toBe(2);
});

test('within the limit it is one entry at once; many small ones in a day count together', async () => {
  const soap = await newProduct(shop, { name: 'Soap', price: 1 });
  const lot = await receive(shop, soap, 30);
  await limit(5);
  const asked = key();
  const first = await write(lot, 3, { idempotencyKey: asked });
  expect(first).toMatchObject({ state: 'posted', decidedBy: null });
  expect(await write(lot, 3, { idempotencyKey: asked })).toEqual(first);
  await expect(write(lot, 4, { idempotencyKey: asked })).rejects.toMatchObject({
    code: 'KEY_REUSED',
  });
  expect((await write(lot, 3)).state).toBe('waiting');
  expect((await write(lot, 2)).state).toBe('posted');
  expect((await write(lot, 1)).state).toBe('waiting');
  // Another person has a day of their own.
  expect((await write(lot, 5, {}, shop.home.storekeeper.actor)).state).toBe('posted');
  expect(await stock(shop, lot.id, soap)).toBe(20);
});

test('two at once do not both find room under the limit', async () => {
  const tea = await newProduct(shop, { name: 'Tea', price: 1 });
  const lot = await receive(shop, tea, 30);
  await limit(20);
  const at = await Promise.all([1, 2, 3, 4].map(() => write(lot, 6)));
  const states = at.map(({ state }) => state).sort();
  // Five of the day were written off by this clerk before.
  expect(states).toEqual(['posted', 'posted', 'waiting', 'waiting']);
});

test('what pieces cost counts as well, and a limit is taken back by a newer one', async () => {
  const oil = await newProduct(shop, { name: 'Oil', price: 1 });
  const unitCost = { amount: '20.00', currency: 'CNY' as const };
  const lot = await receive(shop, oil, 20, { source: 'OPERATOR_OWNED', unitCost });
  await limit(1000, '50.00');
  expect((await write(lot, 2)).state).toBe('posted');
  expect((await write(lot, 1)).state).toBe('waiting');
  await limit(0);
  expect((await write(lot, 1)).state).toBe('waiting');
  await limit(1000);
});

test('a wrong one is taken back by its mirror, once; the lot is on the shelf again', async () => {
  const beans = await newProduct(shop, { name: 'Beans', price: 1 });
  const lot = await receive(shop, beans, 3);
  const row = await write(lot, 3, { reason: 'lost' });
  // More goods of the product mark the emptied lot, so that the till passes it over.
  await receive(shop, beans, 1);
  const again = key();
  const back = await reverse(row, undefined, again);
  expect(back).toMatchObject({ state: 'reversed', reverseReason: 'The wrong lot' });
  expect(await reverse(row, undefined, again)).toEqual(back);
  await expect(reverse(row)).rejects.toMatchObject({ code: 'WRITE_OFF_NOT_POSTED' });
  expect([await stock(shop, lot.id, beans), await gone(beans, 'lost')]).toEqual([3, 0]);
  await exchange(shop, basketOf(shop, residentOf(shop, 0), beans, 4));
});

test('declined, the pieces stay; a till may be faster than the second person', async () => {
  const milk = await newProduct(shop, { name: 'Milk', price: 1 });
  const lot = await receive(shop, milk, 5);
  await limit(0);
  const declined = await write(lot, 2);
  const done = await run(shop, shop.home.storekeeper.actor, (work) =>
    declineWriteOff(work, { writeOffId: idOf(declined), reason: 'They are good' }),
  );
  expect(done).toMatchObject({ state: 'declined', declineReason: 'They are good' });
  await expect(approve(declined)).rejects.toMatchObject({ code: 'WRITE_OFF_DECIDED' });
  const waiting = await write(lot, 4);
  await exchange(shop, basketOf(shop, residentOf(shop, 0), milk, 2));
  await expect(approve(waiting)).rejects.toMatchObject({
    code: 'LOT_SHORT',
    facts: { available: 3 },
    path: ['writeOffId'],
  });
  expect(await stock(shop, lot.id, milk)).toBe(3);
});

test('a photo goes with it, once, and is seen by whoever may read the write-off', async () => {
  const eggs = await newProduct(shop, { name: 'Eggs', price: 1 });
  const lot = await receive(shop, eggs, 9);
  connectStore(shop.dataSource, new MemoryStore());
  const file = await upload(shop.dataSource, shop.home.clerk.actor, shop.home, pdf('broken eggs'));
  const photoId = toGlobalId('Attachment', file.communityId, file.id);
  const row = await write(lot, 2, { photoId });
  const attached = attachedTo('WriteOff');
  const [photo] = await attached.read(shop.dataSource.manager, row.communityId, [row.id]);
  expect(photo).toMatchObject({ id: file.id, aboutKind: 'WriteOff', aboutId: row.id });
  await expect(write(lot, 1, { photoId })).rejects.toMatchObject({
    ...{ code: 'ATTACHMENT_TAKEN', path: ['photoId'] },
  });
  const mine = await upload(shop.dataSource, shop.home.cadre.actor, shop.home, pdf('not yours'));
  await expect(
    write(lot, 1, { photoId: toGlobalId('Attachment', mine.communityId, mine.id) }),
  ).rejects.toMatchObject({ code: 'ID_UNKNOWN', path: ['photoId'] });
  expect(await stock(shop, lot.id, eggs)).toBe(9 - (row.state === 'posted' ? 2 : 0));
  const source = `query ($id: ID!) { node(id: $id) { ... on WriteOff { reason photo { type bytes } } } }`;
  const seen = async (actor: Actor) => {
    const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
    const contextValue = new Context(shop.dataSource, actor, 'en', session);
    const variableValues = { id: idOf(row) };
    return await graphql({ schema: createSchema(), source, variableValues, contextValue });
  };
  const { data, errors } = await seen(shop.home.treasurer.actor);
  expect(errors).toBeUndefined();
  expect(data?.node).toMatchObject({ reason: 'SPOILED', photo: { type: 'application/pdf' } });
  expect((await seen(shop.world.other.clerk.actor)).data?.node).toBeNull();
});

test('of two who approve at once, one does', async () => {
  const flour = await newProduct(shop, { name: 'Flour', price: 1 });
  const lot = await receive(shop, flour, 5);
  await limit(0);
  const waiting = await write(lot, 2);
  const both = await Promise.allSettled([
    approve(waiting),
    approve(waiting, shop.home.storekeeper.actor),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await stock(shop, lot.id, flour)).toBe(3);
});

test('bad input is refused, and nothing moves', async () => {
  const fresh = await receive(shop, rice, 5, { expiresOn: day(0) });
  const recalled = await receive(shop, rice, 5);
  await run(shop, shop.home.storekeeper.actor, (work) =>
    recallLot(work, { idempotencyKey: key(), lotId: lotId(recalled), reason: 'Mould' }),
  );
  const before = await entries(shop);
  const bad: [() => Promise<unknown>, string, string[]][] = [
    [() => write(fresh, 0), 'QUANTITY_OUT_OF_RANGE', ['quantity']],
    [() => write(fresh, 1.5), 'QUANTITY_OUT_OF_RANGE', ['quantity']],
    [() => write(fresh, 6), 'LOT_SHORT', ['quantity']],
    [() => write(fresh, 1, { reason: 'other' }), 'WRITE_OFF_NOTE', ['note']],
    [() => write(fresh, 1, { reason: 'other', note: ' ' }), 'TEXT_LENGTH', ['note']],
    [() => write(fresh, 1, { reason: 'expired' }), 'LOT_STILL_GOOD', ['reason']],
    [() => write(recalled, 1), 'LOT_RECALLED', ['lotId']],
    [() => write(fresh, 1, { lotId: shop.storeId }), 'ID_UNKNOWN', ['lotId']],
    [() => write(fresh, 1, { idempotencyKey: 'short' }), 'KEY_UNUSABLE', ['idempotencyKey']],
    [() => limit(-1), 'LIMIT_RANGE', ['pieces']],
    [() => limit(100_001), 'LIMIT_RANGE', ['pieces']],
    [() => limit(1, '0'), 'AMOUNT_NOT_POSITIVE', ['value', 'amount']],
  ];
  for (const [act, code, path] of bad) await expect(act()).rejects.toMatchObject({ code, path });
  const { home, world } = shop;
  const waiting = await write(fresh, 1);
  for (const actor of [home.treasurer.actor, home.cadre.actor, world.other.clerk.actor])
    await expect(write(fresh, 1, {}, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  for (const actor of [home.clerk.actor, world.other.treasurer.actor, home.chair.actor])
    await expect(approve(waiting, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  for (const actor of [home.storekeeper.actor, home.clerk.actor, world.other.treasurer.actor])
    await expect(limit(9, undefined, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(reverse(waiting, home.clerk.actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(reverse(waiting)).rejects.toMatchObject({ code: 'WRITE_OFF_NOT_POSTED' });
  await expect(write(fresh, 1, {}, STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await entries(shop)).toBe(before);
});
