import { schemeFor } from '../credits/credit-scheme.reader';
import { authorise, personOf } from '../kernel/actor';
import { newId } from '../kernel/id';
import { naming, Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { redeemedAt } from './exchange.reader';
import { keepCounted, readCounted, type CountedProduct } from './shift-count';
import type { ShiftRow } from './shift.entity';
import { lastSeq, shiftById } from './shift.reader';
import { needStore } from './store.reader';
import { isStaffOf } from './supermarkets.policy';

/**
 * Begins the shift of whoever asks at the till of a store, with what lies on the shelf of some
 * products (A1; the storekeepers and clerks of its operator). A clerk has one open shift at a
 * store. Refuses: `ID_UNKNOWN`, `NO_SCHEME`, `TOO_MANY_LINES`, `COUNT_RANGE`, `OTHER_COMMUNITY`,
 * `COUNTED_TWICE`, `SHIFT_OPEN`.
 */
export async function openShift(
  work: UnitOfWork,
  input: { storeId: string; counted?: readonly CountedProduct[] | null },
): Promise<ShiftRow> {
  const path = ['storeId'];
  const store = await needStore(work, input.storeId, path);
  authorise(work.actor, isStaffOf(work.actor, store.operatorId));
  const clerkId = personOf(work.actor);
  const { communityId, id: storeId } = store;
  const at = await needPlace(work, communityId, path);
  const { asset } = await naming(path, () => schemeFor(work.db, at));
  const counted = await readCounted(work, store, input.counted ?? []);
  const accountId = redeemedAt(communityId, storeId, asset.id);
  const db = await work.begin();
  const id = newId();
  const inserted: unknown[] = await db.query(
    `insert into shift (community_id, id, store_id, clerk_id, account_id, from_seq, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (community_id, store_id, clerk_id) where closed_at is null do nothing
     returning id`,
    [
      ...[communityId, id, storeId, clerkId, accountId],
      ...[await lastSeq(db, communityId, accountId), work.now],
    ],
  );
  if (inserted.length === 0) throw new Refusal('SHIFT_OPEN', {}, path);
  await keepCounted(work, { communityId, id }, counted, { atEnd: false });
  const [opened] = await shiftById.read(db, communityId, [id]);
  if (!opened) throw new Error('A shift came to nothing');
  return opened;
}
