import { personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { authoriseSecond } from './stock-take-decision';
import { storeOf } from './store.reader';
import type { WriteOffRow } from './write-off.entity';
import { holdWriteOff, needWriteOff, WRITE_OFF_PATH } from './write-off.reader';

/**
 * The write-off that a command's input names, for someone who may decide about it: a storekeeper of
 * the operator, or the treasurer of the foundation whose pool pays for the store's goods.
 */
export async function writeOffToDecide(work: UnitOfWork, globalId: string): Promise<WriteOffRow> {
  const found = await needWriteOff(work, globalId);
  await authoriseSecond(work, await storeOf(work, found));
  return found;
}

/** Holds a write-off that waits; one that does not is refused: `WRITE_OFF_DECIDED`. */
export async function holdWaiting(work: UnitOfWork, found: WriteOffRow): Promise<WriteOffRow> {
  const row = await holdWriteOff(work, found);
  refuseDecided(row);
  return row;
}

/** Only what waits can be decided: `WRITE_OFF_DECIDED`. */
export function refuseDecided({ state }: WriteOffRow): void {
  if (state !== 'waiting') throw new Refusal('WRITE_OFF_DECIDED', {}, WRITE_OFF_PATH);
}

/** Nobody approves what they asked for themselves: `SECOND_PERSON_NEEDED`. */
export function refuseFirstPerson({ actor }: UnitOfWork, { askedBy }: WriteOffRow): void {
  if (personOf(actor) === askedBy) throw new Refusal('SECOND_PERSON_NEEDED', {}, WRITE_OFF_PATH);
}
