import type { Batch, GroupBatch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import type { TenantRef } from '../kernel/global-id';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { StockArrivalRow } from './stock-arrival.entity';
import type { StockTransferLineRow } from './stock-transfer-line.entity';
import type { StockTransferRow } from './stock-transfer.entity';

const TRANSFER = `community_id "communityId", id, store_id "storeId",
  to_community_id "toCommunityId", to_store_id "toStoreId", blind, state, note, sent_by "sentBy",
  sent_at "sentAt", received_by "receivedBy", received_at "receivedAt",
  receipt_note "receiptNote", ended_by "endedBy", ended_at "endedAt", end_reason "endReason",
  difference`;

const LINE = `line.community_id "communityId", line.transfer_id "transferId", line.lot_id "lotId",
  line.to_product_id "toProductId", line.pieces, line.arrived, line.arrived_lot_id "arrivedLotId"`;

export const transferById: Batch<StockTransferRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${TRANSFER} from stock_transfer where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The lines of transfers, at most a hundred each, in the order that their lots came in. */
export const linesOfTransfer: GroupBatch<StockTransferLineRow> = {
  many: true,
  read: (db, communityId, transferIds) =>
    read(
      db,
      `select ${LINE} from stock_transfer_line line
       where line.community_id = $1 and line.transfer_id = any ($2)
       order by line.transfer_id, line.lot_id`,
      [communityId, transferIds],
    ),
  keyOf: ({ transferId }) => transferId,
};

export const TRANSFER_PATH = ['transferId'];

/** The transfer that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needTransfer(work: UnitOfWork, globalId: string): Promise<StockTransferRow> {
  return await needRow(work, transferById, {
    type: 'StockTransfer',
    globalId,
    path: TRANSFER_PATH,
  });
}

/** Holds a transfer until the work is done, as it stands now. */
export async function holdTransfer(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
): Promise<StockTransferRow> {
  const db = await work.begin();
  const [row] = await read<StockTransferRow>(
    db,
    `select ${TRANSFER} from stock_transfer where community_id = $1 and id = $2 for update`,
    [communityId, id],
  );
  if (!row) throw new Refusal('ID_UNKNOWN', { type: 'StockTransfer' }, TRANSFER_PATH);
  return row;
}

/** What stores sent, the latest first. */
export const transfersFrom: KeysetList<StockTransferRow> = {
  parts: [ID_PART],
  keyOf: ({ id }) => [id],
  read: (db, communityId, storeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) as owner (id)
       cross join lateral (
         select ${TRANSFER} from stock_transfer
         where community_id = $1 and store_id = owner.id and stock_transfer.id < $3
         order by stock_transfer.id desc limit $4
       ) listed
       order by owner.id, listed.id desc`,
      [communityId, storeIds, after?.[0] ?? LAST_ID, limit],
    ),
};

/** What is sent to stores, the latest first, as their own books know it. */
export const arrivalsAt: KeysetList<StockArrivalRow> = {
  parts: [ID_PART],
  keyOf: ({ transferId }) => [transferId],
  read: (db, communityId, storeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) as owner (id)
       cross join lateral (
         select community_id "communityId", transfer_id "transferId", store_id "storeId",
           from_community_id "fromCommunityId", open
         from stock_arrival
         where community_id = $1 and store_id = owner.id and transfer_id < $3
         order by transfer_id desc limit $4
       ) listed
       order by owner.id, listed."transferId" desc`,
      [communityId, storeIds, after?.[0] ?? LAST_ID, limit],
    ),
};

/** Where pieces of lots were sent, the latest first. */
export const sentOfLot: KeysetList<StockTransferLineRow> = {
  parts: [ID_PART],
  keyOf: ({ transferId }) => [transferId],
  read: (db, communityId, lotIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) as owner (id)
       cross join lateral (
         select ${LINE} from stock_transfer_line line
         where line.community_id = $1 and line.lot_id = owner.id and line.transfer_id < $3
         order by line.transfer_id desc limit $4
       ) listed
       order by owner.id, listed."transferId" desc`,
      [communityId, lotIds, after?.[0] ?? LAST_ID, limit],
    ),
};
