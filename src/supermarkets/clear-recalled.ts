import { personOf } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { naming, Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { draft, record, recordedBefore } from '../bookkeeping/record';
import { STOCK } from '../bookkeeping/rules/stock';
import { readPieces } from './goods-intake';
import { needLot, type Lot } from './lot.reader';
import { authoriseSecond } from './stock-take-decision';
import { storeOf } from './store.reader';
import { goodsAsset } from './supermarket-assets';

/** What becomes of pieces that were called back. */
export type RecalledEnd = 'written_off' | 'returned';

export interface ClearRecalled {
  readonly idempotencyKey: string;
  readonly lotId: string;
  /** Pieces, 1 to 100,000. */
  readonly quantity: number;
  readonly end: RecalledEnd;
}

/**
 * Says what became of pieces that were called back: thrown away, or returned to where they came
 * from (A1; storekeepers of the store's operator and the treasurer of the foundation behind its
 * pool, never who called them back: or a recall would be a write-off without a second person).
 * Refuses: `ID_UNKNOWN`, `LOT_NOT_RECALLED`, `SECOND_PERSON_NEEDED`, `QUANTITY_OUT_OF_RANGE`,
 * `RECALLED_SHORT`, `KEY_REUSED`, `KEY_UNUSABLE`.
 */
export async function clearRecalled(work: UnitOfWork, input: ClearRecalled): Promise<Lot> {
  const asked = request('clearRecalled', input);
  const lot = await needLot(work, input.lotId, ['lotId']);
  const { communityId, id: lotId, storeId, productId } = lot;
  await authoriseSecond(work, await storeOf(work, lot));
  // It may have been done since it was read.
  if (await recordedBefore(work, communityId, asked))
    return await needLot(work, input.lotId, ['lotId']);
  if (!lot.recalledAt) throw new Refusal('LOT_NOT_RECALLED', {}, ['lotId']);
  if (lot.recalledBy === personOf(work.actor))
    throw new Refusal('SECOND_PERSON_NEEDED', {}, ['lotId']);
  const quantity = amount(goodsAsset(productId), readPieces(input));
  const rule = input.end === 'returned' ? STOCK.recalledReturned : STOCK.recalledThrownAway;
  const how = { request: asked, occurredAt: work.now };
  const drafted = draft(rule, { storeId, lotId, quantity }, how);
  await naming(['quantity'], () => record(work, communityId, drafted));
  return await needLot(work, input.lotId, ['lotId']);
}
