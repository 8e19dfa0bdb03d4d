import { authorise } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { countedLots } from './stock-count.reader';
import { StockTakeRow } from './stock-take.entity';
import { holdStockTake, needStockTake, STOCK_TAKE_PATH } from './stock-take.reader';
import { storeOf } from './store.reader';
import { isStorekeeperOf } from './supermarkets.policy';

/**
 * Ends the counting of a stock-take and works out its differences, each lot as the books held it
 * when it was counted (A1; storekeepers of the store's operator). Closing it once more works them
 * out anew, where something came in late. Refuses: `ID_UNKNOWN`, `STOCK_TAKE_DECIDED`,
 * `NOTHING_COUNTED`.
 */
export async function closeStockTake(
  work: UnitOfWork,
  input: { stockTakeId: string },
): Promise<StockTakeRow> {
  const found = await needStockTake(work, input.stockTakeId);
  const store = await storeOf(work, found);
  authorise(work.actor, isStorekeeperOf(work.actor, store.operatorId));
  const take = await holdStockTake(work, found);
  const { communityId, id } = take;
  const counted = await countedLots(work.db, take);
  if (counted.length === 0) throw new Refusal('NOTHING_COUNTED', {}, STOCK_TAKE_PATH);
  await work.db.query(
    `update stock_count counted set book = known.book
     from unnest($3::uuid[], $4::integer[]) as known (lot_id, book)
     where counted.community_id = $1 and counted.stock_take_id = $2
       and counted.lot_id = known.lot_id`,
    [communityId, id, counted.map(({ lotId }) => lotId), counted.map(({ bookNow }) => bookNow)],
  );
  const closed = { state: 'closed', closedAt: work.now } as const;
  await work.db.update(StockTakeRow, { communityId, id }, closed);
  return { ...take, ...closed };
}
