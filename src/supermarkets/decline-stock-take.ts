import { personOf } from '../kernel/actor';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { stockTakeToDecide } from './stock-take-decision';
import { StockTakeRow } from './stock-take.entity';
import { holdStockTake } from './stock-take.reader';

/**
 * Lets a stock-take come to nothing, with a reason: the books stay as they are, and the store may
 * be counted anew (A1; who may approve it, and who started it calls it off so). Refuses:
 * `ID_UNKNOWN`, `STOCK_TAKE_DECIDED`, `TEXT_LENGTH`.
 */
export async function declineStockTake(
  work: UnitOfWork,
  input: { stockTakeId: string; reason: string },
): Promise<StockTakeRow> {
  const found = await stockTakeToDecide(work, input.stockTakeId);
  const declineReason = readReason(input.reason, ['reason']);
  const take = await holdStockTake(work, found);
  const { communityId, id } = take;
  const decided = {
    ...{ state: 'declined' as const, decidedBy: personOf(work.actor), decidedAt: work.now },
    declineReason,
  };
  await work.db.update(StockTakeRow, { communityId, id }, decided);
  return { ...take, ...decided };
}
