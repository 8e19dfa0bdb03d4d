import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { StockTakeRow } from './stock-take.entity';

const STOCK_TAKE = `community_id "communityId", id, store_id "storeId", state,
  started_by "startedBy", started_at "startedAt", closed_at "closedAt",
  decided_by "decidedBy", decided_at "decidedAt", decline_reason "declineReason"`;

export const stockTakeById: Batch<StockTakeRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${STOCK_TAKE} from stock_take where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

export const STOCK_TAKE_PATH = ['stockTakeId'];

/** The stock-take that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needStockTake(work: UnitOfWork, globalId: string): Promise<StockTakeRow> {
  return await needRow(work, stockTakeById, { type: 'StockTake', globalId, path: STOCK_TAKE_PATH });
}

/** Holds a stock-take until the work is done, as it stands now, decided or not. */
export async function lockStockTake(
  work: UnitOfWork,
  { communityId, id }: StockTakeRow,
): Promise<StockTakeRow> {
  const db = await work.begin();
  const [row] = await read<StockTakeRow>(
    db,
    `select ${STOCK_TAKE} from stock_take where community_id = $1 and id = $2 for update`,
    [communityId, id],
  );
  if (!row) throw new Refusal('ID_UNKNOWN', { type: 'StockTake' }, STOCK_TAKE_PATH);
  return row;
}

/** Refuses a stock-take that is decided: `STOCK_TAKE_DECIDED`. */
export function refuseDecidedTake({ state }: StockTakeRow): void {
  if (state === 'approved' || state === 'declined')
    throw new Refusal('STOCK_TAKE_DECIDED', {}, STOCK_TAKE_PATH);
}

/** Holds a stock-take that is not decided. Refused once it is: `STOCK_TAKE_DECIDED`. */
export async function holdStockTake(work: UnitOfWork, found: StockTakeRow): Promise<StockTakeRow> {
  const take = await lockStockTake(work, found);
  refuseDecidedTake(take);
  return take;
}

/** Stores' stock-takes, the latest first. */
export const stockTakesOf: KeysetList<StockTakeRow> = {
  parts: [ID_PART],
  keyOf: ({ id }) => [id],
  read: (db, communityId, storeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) as owner (id)
       cross join lateral (
         select ${STOCK_TAKE} from stock_take
         where community_id = $1 and store_id = owner.id and stock_take.id < $3
         order by stock_take.id desc limit $4
       ) listed
       order by owner.id, listed.id desc`,
      [communityId, storeIds, after?.[0] ?? LAST_ID, limit],
    ),
};
