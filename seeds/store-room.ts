import { receiveGoods } from '../src/supermarkets/receive-goods';
import { receiveTransfer } from '../src/supermarkets/receive-transfer';
import { sendGoods } from '../src/supermarkets/send-goods';
import { setMinimumStock } from '../src/supermarkets/set-minimum-stock';
import { settleTransferDifference } from '../src/supermarkets/settle-transfer-difference';
import { setWriteOffLimit } from '../src/supermarkets/set-write-off-limit';
import { writeOffGoods } from '../src/supermarkets/write-off-goods';
import type { Cast } from './cast';
import { cny, tenantId, type Shop } from './economy';
import { uploadPhoto } from './photo';
import type { Stage } from './stage';

const DAY_MS = 86_400_000;
const daysAgo = ({ today }: Stage, days: number) => new Date(today.getTime() - days * DAY_MS);

/** Toothpaste, which everybody gives and some stores have too much of. */
const SPARE = 4;

/** How much a store shall always have of its products. */
const MINIMUMS = [20, 10, 8, 10];

/**
 * A storekeeper's last fortnight: minimums are set, a few pieces are written off, and what one
 * store has too much of goes to the next one. One tube got lost on the way from the first store;
 * the last van has not been unloaded yet.
 */
export async function keepStoreRooms(
  stage: Stage,
  cast: Cast,
  shops: readonly Shop[],
): Promise<void> {
  for (const [i, shop] of shops.entries()) {
    const to = shops[(i + 1) % shops.length];
    const lotId = await receiveSpare(stage, cast, shop);
    await writeOff(stage, shop, lotId, i === 0);
    if (!to || to === shop) continue;
    const name = `seed/send/${i}`;
    const transferId = await send(stage, { shop, to, lotId, name }, 6);
    await arrive(stage, { to, lotId, transferId, name }, i === 0 ? 7 : 8);
    if (i === 0) await settle(stage, cast, transferId);
    if (i === shops.length - 1) await send(stage, { shop, to, lotId, name: `${name}/van` }, 1);
  }
}

async function receiveSpare(stage: Stage, cast: Cast, shop: Shop): Promise<string> {
  const { storeId, community } = shop;
  const { storekeeper } = community;
  const limit = { storeId, pieces: 5, value: cny('100.00') };
  await stage.as(cast.treasurer, setWriteOffLimit, limit, daysAgo(stage, 14));
  for (const [i, pieces] of MINIMUMS.entries()) {
    const productId = shop.products[i]?.id ?? '';
    await stage.as(storekeeper, setMinimumStock, { storeId, productId, pieces });
  }
  const lot = await stage.as(
    storekeeper,
    receiveGoods,
    {
      ...{ idempotencyKey: `seed/spare/${storeId.slice(-12)}`, storeId },
      ...{ productId: shop.products[SPARE]?.id ?? '', quantity: 40 },
      ...{ source: 'DONATED' as const, donorName: '邻里募集日' },
    },
    daysAgo(stage, 10),
  );
  return tenantId('Lot', lot);
}

/** Two pieces at once; in the first store seven more wait for a second person, with a photo. */
async function writeOff(stage: Stage, shop: Shop, lotId: string, more: boolean): Promise<void> {
  const { clerk } = shop.community;
  const key = `seed/write-off/${shop.storeId.slice(-12)}`;
  const two = { idempotencyKey: key, lotId, quantity: 2, reason: 'damaged' as const };
  await stage.as(clerk, writeOffGoods, { ...two, note: '包装破损' }, daysAgo(stage, 8));
  if (!more) return;
  const photoId = await uploadPhoto(stage, clerk, shop.community.place);
  const seven = { ...two, idempotencyKey: `${key}/more`, quantity: 7, photoId };
  await stage.as(clerk, writeOffGoods, { ...seven, reason: 'spoiled' as const, note: '受潮' });
}

interface Way {
  readonly shop: Shop;
  readonly to: Shop;
  readonly lotId: string;
  readonly name: string;
}

async function send(
  stage: Stage,
  { shop, to, lotId, name: idempotencyKey }: Way,
  days: number,
): Promise<string> {
  const input = {
    ...{ idempotencyKey, fromStoreId: shop.storeId, toStoreId: to.storeId },
    ...{ note: '余量调剂', lines: [{ lotId, quantity: 8 }] },
  };
  const { storekeeper } = shop.community;
  return tenantId(
    'StockTransfer',
    await stage.as(storekeeper, sendGoods, input, daysAgo(stage, days)),
  );
}

async function arrive(
  stage: Stage,
  { to, lotId, transferId, name }: Omit<Way, 'shop'> & { readonly transferId: string },
  pieces: number,
): Promise<void> {
  const input = { idempotencyKey: `${name}/arrive`, transferId, lines: [{ lotId, pieces }] };
  await stage.as(to.community.clerk, receiveTransfer, input, daysAgo(stage, 5));
}

async function settle(stage: Stage, cast: Cast, transferId: string): Promise<void> {
  const input = {
    ...{ idempotencyKey: 'seed/send/settle', transferId, difference: 'lost' as const },
    reason: '途中遗失一支，双方已核对',
  };
  await stage.as(cast.treasurer, settleTransferDifference, input, daysAgo(stage, 4));
}
