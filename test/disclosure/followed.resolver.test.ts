import { randomUUID } from 'node:crypto';
import { graphql } from 'graphql';
import { Context } from '../../src/api/context';
import type { Language } from '../../src/api/say';
import { newFollowToken } from '../../src/donations/follow-token';
import { surplusFollowed } from '../../src/disclosure/surplus-followed.reader';
import { goodsFollowed } from '../../src/disclosure/goods-followed.reader';
import { voidExchange } from '../../src/supermarkets/void-exchange';
import { STRANGER } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { createSchema } from '../../src/server/schema';
import { newPool } from '../foundations/money';
import { grantActs } from '../grants/board';
import { enterpriseOf } from '../enterprises/stage';
import {
  basketOf,
  exchange,
  fillWallet,
  newProduct,
  newShop,
  receive,
  residentOf,
  run,
  type Shop,
} from '../supermarkets/shop';
import { countQueries, JOINED } from '../support/queries';
import { PoolLife } from './pool-life';

const schema = createSchema();
let shop: Shop;
beforeAll(async () => {
  shop = await newShop();
});
afterAll(() => shop.database.drop());

async function ask(source: string, variableValues: Record<string, unknown>, lang: Language = 'en') {
  const session = { tokenHash: null, cookie: { set: () => {}, clear: () => {} }, address: '' };
  const contextValue = new Context(shop.dataSource, STRANGER, lang, session);
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
  expect(errors).toBeUndefined();
  return data as Record<string, { followed: Record<string, unknown>[] }>;
}

test('a giver reads where the gift went, in both languages', async () => {
  const { dataSource, home } = shop;
  const pool = await newPool(dataSource, home);
  const life = new PoolLife(dataSource, pool);
  await life.fillBank(1000);
  const { donationId } = await life.give(900, null);
  const acts = grantActs(dataSource, home);
  const { trancheIds } = await acts.award(pool, [500, 300]);
  await acts.request(trancheIds[0]);
  await acts.pay(trancheIds[0]);
  const followToken = newFollowToken(pool.communityId);
  await dataSource.query('update donation set token = $1 where id = $2', [followToken, donationId]);
  const query = `query ($followToken: String!) { node: donation(followToken: $followToken) {
    followed { part { amount } stage date month grant { title } milestone { title }
      store { name } says } } }`;
  const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
  const none = { month: null, grant: null, milestone: null, store: null };
  const grant = { title: 'Repairs for the old' };
  expect((await ask(query, { followToken })).node?.followed).toEqual([
    {
      ...{ ...none, grant, part: { amount: '5.00' }, stage: 'SPENT', date: day },
      milestone: { title: 'Milestone 1' },
      says: 'Paid for “Repairs for the old”: Milestone 1.',
    },
    {
      ...{ ...none, grant, part: { amount: '3.00' }, stage: 'COMMITTED', date: day },
      says: 'Promised to “Repairs for the old”, and not yet paid.',
    },
    {
      ...{ ...none, part: { amount: '1.00' }, stage: 'IN_POOL', date: null },
      says: 'Not used yet: the pool holds it.',
    },
  ]);
  const [spent] = (await ask(query, { followToken }, 'zh-CN')).node?.followed ?? [];
  expect(spent).toMatchObject({ says: '已拨付给“Repairs for the old”：Milestone 1。' });
});

test('a surplus is followed over all books that got a share, in few statements', async () => {
  const { dataSource, world, home } = shop;
  const acts = enterpriseOf(dataSource, world, home);
  const own = await newPool(dataSource, home);
  const away = await newPool(dataSource, world.other);
  await acts.plan([
    [own, 3],
    [away, 1],
  ]);
  const declared = await acts.declare();
  const first = await acts.remit(declared, '8.00');
  const second = await acts.remit(declared, '4.00');
  const life = new PoolLife(dataSource, own);
  await life.award(randomUUID(), 700);
  const query = `query ($id: ID!) { node(id: $id) { ... on Remittance {
    amount { amount } followed { part { amount } stage date says } } } }`;
  const id = (remittanceId: string) => ({ id: toGlobalId('Remittance', home.id, remittanceId) });
  const { node } = await ask(query, id(second.id), 'zh-CN');
  expect(node).toEqual({
    amount: { amount: '4.00' },
    followed: [
      expect.objectContaining({ part: { amount: '1.00' }, stage: 'COMMITTED' }),
      {
        part: { amount: '2.00' },
        stage: 'IN_POOL',
        date: null,
        says: '尚未使用，仍在资金池中。',
      },
      expect.objectContaining({ part: { amount: '1.00' }, stage: 'IN_POOL' }),
    ],
  });
  const read = (ids: readonly string[]) =>
    countQueries(dataSource, () => surplusFollowed.read(dataSource.manager, home.id, ids));
  const one = await read([first.id]);
  const both = await read([first.id, second.id]);
  expect(both.statements.length).toBeLessThanOrEqual(one.statements.length + JOINED);
});

test('given goods: on the shelf, and by month what left; a voided exchange never was', async () => {
  const product = await newProduct(shop);
  const lot = await receive(shop, product, 10);
  const resident = residentOf(shop, 0);
  await fillWallet(shop, resident.id, 1000);
  await exchange(shop, basketOf(shop, resident, product, 3));
  const mistake = await exchange(shop, basketOf(shop, resident, product, 2));
  await run(shop, shop.home.storekeeper.actor, (work) =>
    voidExchange(work, {
      idempotencyKey: randomUUID(),
      exchangeId: toGlobalId('Exchange', mistake.communityId, mistake.id),
      reason: 'The wrong one',
    }),
  );
  const query = `query ($id: ID!) { node(id: $id) { ... on Lot { quantity
    followed { pieces stage month says } } } }`;
  const { node } = await ask(query, { id: toGlobalId('Lot', lot.communityId, lot.id) });
  const month = expect.stringMatching(/^\d{4}-\d\d$/);
  expect(node?.followed).toEqual([
    { pieces: 3, stage: 'EXCHANGED', month, says: expect.stringContaining('Given to residents') },
    { pieces: 7, stage: 'ON_SHELF', month: null, says: 'On the shelf.' },
  ]);
  const read = (ids: readonly string[]) =>
    countQueries(shop.dataSource, () =>
      goodsFollowed.read(shop.dataSource.manager, lot.communityId, ids),
    );
  const more = await receive(shop, product, 4);
  expect((await read([lot.id, more.id])).statements).toHaveLength(
    (await read([lot.id])).statements.length,
  );
});
