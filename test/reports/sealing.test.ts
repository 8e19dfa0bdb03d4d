import { draft, record } from '../../src/bookkeeping/record';
import { CREDITS } from '../../src/bookkeeping/rules/credits';
import { SYSTEM } from '../../src/kernel/actor';
import { amount } from '../../src/kernel/amount';
import { ownRequest } from '../../src/kernel/request';
import { countQueries } from '../support/queries';
import {
  basketOf,
  exchange,
  fillWallet,
  key,
  newProduct,
  newShop,
  receive,
  residentOf,
  run,
  type Shop,
} from '../supermarkets/shop';
import { credit, sealAll, takeBack, wrong } from './stage';

let shop: Shop;
beforeAll(async () => {
  shop = await newShop();
}, 60_000);
afterEach(async () => expect(await wrong(shop)).toEqual([]));
afterAll(() => shop.database.drop());

/** Credits somebody, and writes it down as if by another rule and with other facts. */
async function recordAs(rule: string, facts: object): Promise<void> {
  const now = new Date();
  const told = {
    ...{ serviceId: key(), organisationId: key(), serviceKind: 'repair', minutes: 60 },
    ...{ schemeId: shop.scheme.id, residentId: residentOf(shop, 0).id, month: '2026-01' },
    ...{ credits: amount(shop.scheme.asset, 5), capped: false },
  };
  const how = { request: ownRequest(key()), occurredAt: now };
  const written = { ...draft(CREDITS.serviceCredited, told, how), rule, facts };
  await run(shop, SYSTEM, (work) => record(work, shop.home.id, written), now);
}

test('an exchange that names nobody does not keep its books from being sealed', async () => {
  const facts = [{}, { storeId: shop.store.id }, { householdId: residentOf(shop, 0).householdId }];
  for (const each of facts) await recordAs('goodsExchanged', each);
  expect(await sealAll(shop.dataSource)).toBeGreaterThanOrEqual(3);
  expect(await sealAll(shop.dataSource)).toBe(0);
});

const kept = async () => {
  const { statements } = await countQueries(shop.dataSource, () => sealAll(shop.dataSource));
  const tables = statements.flatMap((each) => /insert into (report_\w+)/.exec(each)?.[1] ?? []);
  return tables.sort();
};

test('of a block, only what it touches is kept', async () => {
  await sealAll(shop.dataSource);
  await receive(shop, await newProduct(shop), 5);
  expect(await kept()).toEqual(['report_population', 'report_sum']);
  const entryId = await credit(shop, residentOf(shop, 1).id, 20);
  const taking = ['report_people', 'report_population', 'report_resident', 'report_sum'];
  expect(await kept()).toEqual(taking);
  const all = ['report_given_day', 'report_household', 'report_people', ...taking];
  // A mirror may be of anything.
  await takeBack(shop, entryId);
  expect(await kept()).toEqual([...all.sort()].filter((each) => each !== 'report_given_day'));
  await fillWallet(shop, residentOf(shop, 2).id, 50);
  const rice = await newProduct(shop, { name: 'Rice' });
  await receive(shop, rice, 5);
  await exchange(shop, basketOf(shop, residentOf(shop, 2), rice, 1));
  expect(await kept()).toEqual(all.sort());
});
