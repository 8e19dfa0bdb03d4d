import { randomUUID } from 'node:crypto';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { openStore, type OpenStore } from '../../src/supermarkets/open-store';
import { storeById } from '../../src/supermarkets/store.reader';
import { newPool, newShop, run, type Shop } from './shop';

let shop: Shop;
let otherPoolId: string;
beforeAll(async () => {
  shop = await newShop();
  const pool = await newPool(shop.dataSource, shop.world.other);
  otherPoolId = toGlobalId('Pool', pool.communityId, pool.id);
});
afterAll(() => shop.database.drop());

let made = 0;
const asked = (more: Partial<OpenStore> = {}): OpenStore => ({
  communityId: shop.home.place.globalId,
  name: 'Second Store',
  code: `S${(made += 1)}`,
  operatorId: shop.home.operator.globalId,
  premisesOwnerId: shop.world.streetOffice.globalId,
  poolId: shop.poolId,
  ...more,
});
const open = (input: OpenStore, actor: Actor = shop.world.officer.actor) =>
  run(shop, actor, (work) => openStore(work, input));

test('an officer opens a store', async () => {
  const store = await open(asked({ name: '  Second Store ', code: 'AB' }));
  expect(store).toMatchObject({
    name: 'Second Store',
    code: 'AB',
    operatorId: shop.home.operator.id,
  });
  expect(await storeById.read(shop.dataSource.manager, shop.home.id, [store.id])).toEqual([store]);
});

test('the same code is free in another community', async () => {
  await open(asked({ code: 'SAME1' }));
  const { other } = shop.world;
  const there = { communityId: other.place.globalId, poolId: otherPoolId, code: 'SAME1' };
  expect(await open(asked(there))).toMatchObject({ communityId: other.id, code: 'SAME1' });
});

test('only officers may', async () => {
  const { home, world } = shop;
  for (const { actor } of [home.storekeeper, home.cadre, home.treasurer, world.auditor])
    await expect(open(asked(), actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(open(asked(), STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test.each<[string, string, () => Partial<OpenStore>]>([
  ['ID_UNKNOWN', 'communityId', () => ({ communityId: 'nonsense' })],
  [
    'ID_UNKNOWN',
    'operatorId',
    () => ({ operatorId: toGlobalId('Organisation', null, randomUUID()) }),
  ],
  ['ORGANISATION_KIND', 'operatorId', () => ({ operatorId: shop.home.enterprise.globalId })],
  ['ID_UNKNOWN', 'premisesOwnerId', () => ({ premisesOwnerId: shop.storeId })],
  ['ID_UNKNOWN', 'poolId', () => ({ poolId: toGlobalId('Pool', shop.home.id, randomUUID()) })],
  ['OTHER_COMMUNITY', 'poolId', () => ({ poolId: otherPoolId })],
  ['TEXT_LENGTH', 'name', () => ({ name: ' ' })],
  ['STORE_CODE', 'code', () => ({ code: 'A' })],
  ['STORE_CODE', 'code', () => ({ code: 'ABCDEFGH9' })],
  ['STORE_CODE', 'code', () => ({ code: 'ab' })],
  ['STORE_CODE_TAKEN', 'code', () => ({ code: 'YL1' })],
])('%s at %s', async (code, field, wrong) => {
  await expect(open(asked(wrong()))).rejects.toMatchObject({ code, path: [field] });
});

test('a place without books has no store, nor has a closed pool', async () => {
  const grid = randomUUID();
  await shop.dataSource.query(
    `insert into place (id, kind, name, parent_id, lineage, keeps_books, time_zone)
     select $1, 'grid', 'Grid', id, lineage || $1::uuid, false, time_zone from place where id = $2`,
    [grid, shop.home.id],
  );
  const at = { communityId: toGlobalId('Place', null, grid) };
  await expect(open(asked(at))).rejects.toMatchObject({ code: 'KEEPS_NO_BOOKS' });
  const pool = await newPool(shop.dataSource, shop.home);
  await shop.dataSource.query(`update pool set closed_on = '2026-01-01' where id = $1`, [pool.id]);
  const poolId = toGlobalId('Pool', shop.home.id, pool.id);
  await expect(open(asked({ poolId }))).rejects.toMatchObject({
    code: 'POOL_CLOSED',
    path: ['poolId'],
  });
});

test('of ten stores with one code at once, one is opened', async () => {
  const input = asked();
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => open(input)));
  const refused = tries.filter((each) => each.status === 'rejected').map((each) => each.reason);
  expect(refused).toHaveLength(9);
  expect(refused.every(({ code }) => code === 'STORE_CODE_TAKEN')).toBe(true);
});
