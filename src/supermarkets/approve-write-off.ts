import { personOf } from '../kernel/actor';
import { request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { recordedBefore } from '../bookkeeping/record';
import { lotById } from './lot.reader';
import { refuseDecided, refuseFirstPerson, writeOffToDecide } from './write-off-decision';
import { postWriteOff } from './write-off-goods';
import { WriteOffRow } from './write-off.entity';
import { holdWriteOff, needWriteOff, WRITE_OFF_PATH } from './write-off.reader';

export interface ApproveWriteOff {
  readonly idempotencyKey: string;
  readonly writeOffId: string;
}

/**
 * A second person approves a write-off beyond the limit, and the pieces leave their lot (A1;
 * storekeepers of the operator and the treasurer of the foundation behind the store's pool, never
 * who asked for it). Refuses: `ID_UNKNOWN`, `SECOND_PERSON_NEEDED`, `WRITE_OFF_DECIDED`,
 * `LOT_SHORT`, `KEY_REUSED`, `KEY_UNUSABLE`.
 */
export async function approveWriteOff(
  work: UnitOfWork,
  input: ApproveWriteOff,
): Promise<WriteOffRow> {
  const asked = request('approveWriteOff', input);
  const found = await writeOffToDecide(work, input.writeOffId);
  const { communityId, id } = found;
  // It may have been done since it was read.
  if (await recordedBefore(work, communityId, asked))
    return await needWriteOff(work, input.writeOffId);
  refuseFirstPerson(work, found);
  const row = await holdWriteOff(work, found);
  // The same request may have been done while this one waited.
  if (await recordedBefore(work, communityId, asked)) return row;
  refuseDecided(row);
  const [lot] = await lotById.read(work.db, communityId, [row.lotId]);
  if (!lot) throw new Error(`There is no lot ${row.lotId}`);
  const entryId = await postWriteOff(work, lot, row, { asked, path: WRITE_OFF_PATH });
  const decided = {
    ...{ state: 'posted' as const, entryId },
    ...{ decidedBy: personOf(work.actor), decidedAt: work.now },
  };
  await work.db.update(WriteOffRow, { communityId, id }, decided);
  return await needWriteOff(work, input.writeOffId);
}
