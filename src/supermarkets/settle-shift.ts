import { personOf } from '../kernel/actor';
import { toGlobalId } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { ShiftRow } from './shift.entity';
import { holdShift, needShift, SHIFT_PATH } from './shift.reader';
import { startStockTake } from './start-stock-take';
import { authoriseSecond } from './stock-take-decision';
import { storeOf } from './store.reader';

export interface SettleShift {
  readonly shiftId: string;
  /** What became of the differences, 1 to 2,000 characters. */
  readonly note: string;
  /** Whether the store is to be counted because of them; storekeepers only. */
  readonly count?: boolean | null;
}

/**
 * Says what became of a shift's differences, once, and starts a stock-take where the shelf has to
 * be counted: only what it finds moves the books (A1; neither the clerk nor who counted at its end,
 * but another who may decide about the store's stock). Refuses: `ID_UNKNOWN`, `SHIFT_NOT_CLOSED`,
 * `NOTHING_DIFFERS`, `SHIFT_SETTLED`, `SECOND_PERSON_NEEDED`, `TEXT_LENGTH`, `STOCK_TAKE_OPEN`.
 */
export async function settleShift(work: UnitOfWork, input: SettleShift): Promise<ShiftRow> {
  const found = await needShift(work, input.shiftId);
  const { communityId, storeId, id } = found;
  await authoriseSecond(work, await storeOf(work, found));
  const settledBy = personOf(work.actor);
  const shift = await holdShift(work, found);
  if (!shift.closedAt) throw new Refusal('SHIFT_NOT_CLOSED', {}, SHIFT_PATH);
  if (!shift.differs) throw new Refusal('NOTHING_DIFFERS', {}, SHIFT_PATH);
  if (shift.settledAt) throw new Refusal('SHIFT_SETTLED', {}, SHIFT_PATH);
  if ([shift.clerkId, shift.closedBy].includes(settledBy))
    throw new Refusal('SECOND_PERSON_NEEDED', {}, SHIFT_PATH);
  const settledNote = readReason(input.note, ['note']);
  const take = input.count
    ? await startStockTake(work, { storeId: toGlobalId('Store', communityId, storeId) }, ['count'])
    : null;
  const settled = {
    ...{ settledBy, settledAt: work.now, settledNote },
    ...{ stockTakeId: take?.id ?? null },
  };
  await work.db.update(ShiftRow, { communityId, id }, settled);
  return { ...shift, ...settled };
}
