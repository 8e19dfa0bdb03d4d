import { freezeWallet } from '../../src/credits/freeze-wallet';
import { unfreezeWallet } from '../../src/credits/unfreeze-wallet';
import type { Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { previewExchange } from '../../src/supermarkets/preview-exchange';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { countQueries } from '../support/queries';
import {
  basketOf,
  booksAreRight,
  exchange,
  fillWallet,
  newProduct,
  newShop,
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
  await receive(shop, rice, 100);
});
afterAll(async () => {
  await booksAreRight(shop);
  await shop.database.drop();
});

const inputOf = (resident: { communityId: string; id: string }, reason = 'The card is lost') => ({
  residentId: toGlobalId('Resident', resident.communityId, resident.id),
  reason,
});
const freeze = (who: { communityId: string; id: string }, actor: Actor, reason?: string) =>
  run(shop, actor, (work) => freezeWallet(work, inputOf(who, reason)));
const unfreeze = (who: { communityId: string; id: string }, actor: Actor) =>
  run(shop, actor, (work) => unfreezeWallet(work, inputOf(who, 'It was found')));

test('the till takes nothing from a frozen wallet, which goes on earning', async () => {
  const who = residentOf(shop, 4, 0);
  await fillWallet(shop, who.id, 30);
  await freeze(who, shop.home.cadre.actor);
  const refused = { code: 'WALLET_FROZEN', path: ['residentId'] };
  await expect(exchange(shop, basketOf(shop, who, rice, 1))).rejects.toMatchObject(refused);
  await expect(
    run(shop, shop.home.clerk.actor, (work) => previewExchange(work, basketOf(shop, who, rice, 1))),
  ).rejects.toMatchObject(refused);
  await fillWallet(shop, who.id, 5);
  expect(await wallet(shop, who.id)).toBe(35);
  await unfreeze(who, shop.home.cadre.actor);
  await exchange(shop, basketOf(shop, who, rice, 1));
  expect(await wallet(shop, who.id)).toBeLessThan(35);
});

test('one freeze at a time, however many freeze at once; each is kept', async () => {
  const who = residentOf(shop, 4, 1);
  const { actor } = shop.home.cadre;
  const tries = await Promise.allSettled([1, 2, 3].map((n) => freeze(who, actor, `Reason ${n}`)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(freeze(who, actor)).rejects.toMatchObject({ code: 'WALLET_FROZEN' });
  await unfreeze(who, actor);
  await expect(unfreeze(who, actor)).rejects.toMatchObject({ code: 'WALLET_NOT_FROZEN' });
  await freeze(who, actor, 'Again');
  const kept: object[] = await shop.dataSource.query(
    `select unfreeze_reason "why", unfrozen_by is null as "inForce" from wallet_freeze
     where resident_id = $1 order by id`,
    [who.id],
  );
  expect(kept).toEqual([
    { why: 'It was found', inForce: false },
    { why: null, inForce: true },
  ]);
});

test('clerks freeze nobody, and nobody their own wallet', async () => {
  const who = residentOf(shop, 4, 2);
  const own = { communityId: who.communityId, residentId: who.id };
  const { clerk, cadre } = shop.home;
  await expect(freeze(who, clerk.actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(freeze(who, { ...cadre.actor, residences: [own] })).rejects.toMatchObject({
    code: 'OWN_WALLET',
  });
  await expect(freeze(who, cadre.actor, ' ')).rejects.toMatchObject({ code: 'TEXT_LENGTH' });
});

test('the till asks nothing more for it', async () => {
  const who = residentOf(shop, 3, 0);
  await freeze(who, shop.home.cadre.actor);
  const { statements } = await countQueries(shop.dataSource, () =>
    exchange(shop, basketOf(shop, who, rice, 1)).catch(() => undefined),
  );
  const asking = statements.filter((text) => text.includes('wallet_freeze'));
  expect(asking).toHaveLength(1);
  expect(asking[0]).toContain('from unnest');
});
