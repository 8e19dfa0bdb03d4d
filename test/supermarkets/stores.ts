import type { Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { accountsById } from '../../src/ledger/account.reader';
import { accountId } from '../../src/ledger/account-ref';
import { account } from '../../src/bookkeeping/chart';
import { addProduct } from '../../src/supermarkets/add-product';
import { cancelTransfer } from '../../src/supermarkets/cancel-transfer';
import type { Lot } from '../../src/supermarkets/lot.reader';
import { lotById } from '../../src/supermarkets/lot.reader';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { receiveTransfer, type ReceiveTransfer } from '../../src/supermarkets/receive-transfer';
import { sendGoods, type SendGoods } from '../../src/supermarkets/send-goods';
import {
  settleTransferDifference,
  type SettleTransferDifference,
} from '../../src/supermarkets/settle-transfer-difference';
import type { StockTransferRow } from '../../src/supermarkets/stock-transfer.entity';
import { linesOfTransfer } from '../../src/supermarkets/stock-transfer.reader';
import type { StoreRow } from '../../src/supermarkets/store.entity';
import type { CommunityWorld } from '../support/world';
import { key, newShop, openShop, productId, run, type Shop } from './shop';

/** A store in books of its own, to which goods go. */
export interface OtherShop {
  readonly at: CommunityWorld;
  readonly store: StoreRow;
  readonly storeId: string;
}

/** The shop of home, and one of another community with other books. */
export async function newShops(): Promise<{ shop: Shop; other: OtherShop }> {
  const shop = await newShop();
  const { dataSource, world } = shop;
  const opened = await openShop(dataSource, world, world.other, 'HP1');
  return { shop, other: { at: world.other, ...opened } };
}

/** A product with the same bar code in both communities, or with none. */
export async function inBoth(
  shop: Shop,
  other: OtherShop,
  name: string,
  ean: string | null = null,
): Promise<readonly [ProductRow, ProductRow]> {
  const add = (at: CommunityWorld) =>
    run(shop, shop.world.officer.actor, (work) =>
      addProduct(work, {
        ...{ communityId: at.place.globalId, name, unit: 'bag', price: 1 },
        ...(ean ? { ean } : {}),
      }),
    );
  return [await add(shop.home), await add(other.at)];
}

export const lotId = ({ communityId, id }: { communityId: string; id: string }) =>
  toGlobalId('Lot', communityId, id);
export const transferId = ({ communityId, id }: StockTransferRow) =>
  toGlobalId('StockTransfer', communityId, id);

/** Sends pieces of lots from home to the other shop, as its product. */
export const send = (
  shop: Shop,
  other: Pick<OtherShop, 'storeId'>,
  lots: readonly (readonly [Lot, number, ProductRow?])[],
  more: Partial<SendGoods> = {},
  by: Actor = shop.home.storekeeper.actor,
) =>
  run(shop, by, (work) =>
    sendGoods(work, {
      ...{ idempotencyKey: key(), fromStoreId: shop.storeId, toStoreId: other.storeId },
      lines: lots.map(([lot, quantity, as]) => ({
        ...{ lotId: lotId(lot), quantity, asProductId: as ? productId(as) : null },
      })),
      ...more,
    }),
  );

/** Counts what arrived of a transfer: pieces of each lot. */
export const arrive = (
  shop: Pick<Shop, 'dataSource'>,
  by: Actor,
  transfer: StockTransferRow,
  counts: readonly (readonly [{ communityId: string; id: string }, number])[],
  more: Partial<ReceiveTransfer> = {},
) =>
  run(shop, by, (work) =>
    receiveTransfer(work, {
      ...{ idempotencyKey: key(), transferId: transferId(transfer) },
      lines: counts.map(([lot, pieces]) => ({ lotId: lotId(lot), pieces })),
      ...more,
    }),
  );

export const cancel = (
  shop: Pick<Shop, 'dataSource'>,
  by: Actor,
  transfer: StockTransferRow,
  idempotencyKey = key(),
) =>
  run(shop, by, (work) =>
    cancelTransfer(work, {
      ...{ idempotencyKey, transferId: transferId(transfer), reason: 'The van broke down' },
    }),
  );

export const settle = (
  shop: Pick<Shop, 'dataSource'>,
  by: Actor,
  transfer: StockTransferRow,
  difference: SettleTransferDifference['difference'],
  idempotencyKey = key(),
) =>
  run(shop, by, (work) =>
    settleTransferDifference(work, {
      ...{ idempotencyKey, transferId: transferId(transfer), difference },
      reason: 'We looked everywhere',
    }),
  );

/** The lots that a transfer's lines became, in the order of its lines; null where none arrived. */
export async function arrivedOf(
  shop: Pick<Shop, 'dataSource'>,
  { communityId, id, toCommunityId }: StockTransferRow,
): Promise<(Lot | undefined)[]> {
  const { manager } = shop.dataSource;
  const lines = await linesOfTransfer.read(manager, communityId, [id]);
  const ids = lines.flatMap(({ arrivedLotId }) => arrivedLotId ?? []);
  const lots = await lotById.read(manager, toCommunityId, ids);
  return lines.map(({ arrivedLotId }) => lots.find((lot) => lot.id === arrivedLotId));
}

/** Pieces of a product on their way in a transfer. */
export async function onTheWay(
  shop: Pick<Shop, 'dataSource'>,
  { communityId, id }: StockTransferRow,
  product: ProductRow,
): Promise<number> {
  const ref = accountId(communityId, account('goodsInTransit', id), product.id);
  const [held] = await accountsById(shop.dataSource.manager, communityId, [ref]);
  return Number(held?.balance ?? 0n);
}
