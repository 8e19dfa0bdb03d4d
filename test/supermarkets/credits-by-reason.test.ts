import { Context } from '../../src/api/context';
import { rolling } from '../../src/reports/rolling';
import { readMonths } from '../../src/books/turnover.reader';
import { earnedCredits } from '../../src/credits/earned-credits.reader';
import { STRANGER } from '../../src/kernel/actor';
import { addMonths } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { seal } from '../../src/ledger/seal';
import { setGoodsValue } from '../../src/supermarkets/set-goods-value';
import { thankForGoods } from '../../src/supermarkets/thank-for-goods';
import {
  day,
  fillWallet,
  newProduct,
  newShop,
  productId,
  receive,
  residentOf,
  run,
  type Shop,
} from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await newShop();
});
afterAll(() => shop.database.drop());

async function byReason() {
  const cookie = { set: () => undefined, clear: () => undefined };
  const session = { tokenHash: null, cookie, address: '' };
  const context = new Context(shop.dataSource, STRANGER, 'en', session);
  const month = day().slice(0, 7);
  const from = addMonths(`${month}-01`, -1).slice(0, 7);
  const until = addMonths(`${month}-01`, 2).slice(0, 7);
  return await earnedCredits(context, readMonths(shop.home.id, { from, until }));
}

test('service stands against goods, from what is sealed', async () => {
  const who = residentOf(shop, 4, 0);
  const rice = await newProduct(shop);
  await run(shop, shop.world.officer.actor, (work) =>
    setGoodsValue(work, {
      ...{ communityId: shop.home.place.globalId, productId: productId(rice), credits: 5 },
    }),
  );
  expect(await byReason()).toEqual([]);
  await fillWallet(shop, who.id, 30);
  const lot = await receive(shop, rice, 2);
  await run(shop, shop.home.clerk.actor, (work) =>
    thankForGoods(work, {
      ...{ lotId: toGlobalId('Lot', lot.communityId, lot.id), thanks: 'credits' as const },
      residentId: toGlobalId('Resident', who.communityId, who.id),
    }),
  );
  await seal(shop.dataSource, rolling(shop.dataSource));
  expect(await byReason()).toEqual([
    { by: 'service', credits: 30, shareBasisPoints: 7500 },
    { by: 'goods', credits: 10, shareBasisPoints: 2500 },
  ]);
});
