import { isMandated } from '../kernel/mandate';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { RESERVABLE, type ReservableAct } from './reserved-matter.entity';
import { mattersAt, mattersKey } from './reserved-matter.reader';

/**
 * Refuses an act that a community keeps for resolutions, unless one has opened exactly this:
 * `RESOLUTION_NEEDED`. `input` is the act's whole input, as it was given.
 */
export async function refuseReserved(
  work: UnitOfWork,
  communityId: string,
  act: ReservableAct,
  input: unknown,
): Promise<void> {
  if (isMandated(work, act, input)) return;
  if (await isReserved(work, communityId, act)) throw new Refusal('RESOLUTION_NEEDED', { act });
}

/** Whether a community keeps an act for resolutions now. */
export async function isReserved(
  work: UnitOfWork,
  communityId: string,
  act: ReservableAct,
): Promise<boolean> {
  const reserved = await mattersAt.read(work.db, communityId, [mattersKey(work.now)]);
  return reserved.some((matter) => matter.act === RESERVABLE[act]);
}
