import { authorise, personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { keepCounted, readCounted, type Counted, type CountedProduct } from './shift-count';
import { sumsUntil } from './shift-sums.reader';
import { ShiftRow } from './shift.entity';
import { countsOfShift, holdShift, lastSeq, needShift, SHIFT_PATH } from './shift.reader';
import { storeOf } from './store.reader';
import { isStaffOf, isStorekeeperOf } from './supermarkets.policy';

export interface CloseShift {
  readonly shiftId: string;
  /** Slips of exchanges that are there, those taken back included, 0 to 100,000. */
  readonly slips?: number | null;
  readonly counted?: readonly CountedProduct[] | null;
  readonly note?: string | null;
}

const MOST_SLIPS = 100_000;

/**
 * Ends a shift: what it did is added up from the books, and what was counted is compared with them
 * (A1; whoever works it, or a storekeeper of the store's operator with a note). Differences change
 * nothing; they wait for a second person. Refuses: `ID_UNKNOWN`, `SHIFT_CLOSED`,
 * `SHIFT_NOTE_NEEDED`, `TEXT_LENGTH`, `COUNT_RANGE`, `TOO_MANY_LINES`, `OTHER_COMMUNITY`,
 * `COUNTED_TWICE`.
 */
export async function closeShift(work: UnitOfWork, input: CloseShift): Promise<ShiftRow> {
  const found = await needShift(work, input.shiftId);
  const store = await storeOf(work, found);
  const closedBy = personOf(work.actor);
  const own = found.clerkId === closedBy && isStaffOf(work.actor, store.operatorId);
  authorise(work.actor, own || isStorekeeperOf(work.actor, store.operatorId));
  const shift = await holdShift(work, found);
  if (shift.closedAt) throw new Refusal('SHIFT_CLOSED', {}, SHIFT_PATH);
  if (!own && !input.note) throw new Refusal('SHIFT_NOTE_NEEDED', {}, ['note']);
  const note = input.note ? readReason(input.note, ['note']) : null;
  const slips = readSlips(input);
  const counted = await readCounted(work, store, input.counted ?? []);
  await keepCounted(work, shift, counted, { atEnd: true });
  const { communityId, id, accountId } = shift;
  const untilSeq = await lastSeq(work.db, communityId, accountId);
  const [sums] = await sumsUntil(work.db, communityId, [id], untilSeq);
  if (!sums) throw new Error('A shift was not added up');
  const { exchanges, voids, credits, pieces } = sums;
  const counts = await countsOfShift.read(work.db, communityId, [id]);
  const differs = (slips !== null && slips !== exchanges) || counts.some(isOff);
  const closed = {
    ...{ closedAt: work.now, closedBy, note, slips, untilSeq },
    ...{ exchanges, voids, credits, pieces, differs },
  };
  await work.db.update(ShiftRow, { communityId, id }, closed);
  return { ...shift, ...closed };
}

const isOff = ({ pieces, book }: Counted) => pieces !== book;

function readSlips({ slips }: CloseShift): number | null {
  if (slips === undefined || slips === null) return null;
  if (!Number.isInteger(slips) || slips < 0 || slips > MOST_SLIPS)
    throw new Refusal('COUNT_RANGE', { most: MOST_SLIPS }, ['slips']);
  return slips;
}
