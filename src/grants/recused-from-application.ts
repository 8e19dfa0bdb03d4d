import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { residentById } from '../society/resident.reader';
import type { ApplicationRow } from './application.entity';
import { groundsOf, loadsOf } from './boardroom';
import type { RecusalGround } from './states';

/** A resident who stands aside from an application, and why. */
export interface RecusedResident {
  readonly residentId: string;
  readonly ground: RecusalGround;
  /** What the resident declared, where it is that. */
  readonly declared: string | null;
}

/**
 * Who of some residents of the application's community has to stand aside from it, in their order,
 * each by the strongest ground. Who is no person here yet belongs to no organisation.
 */
export async function recusedFromApplication(
  work: UnitOfWork,
  application: ApplicationRow,
  residentIds: readonly string[],
): Promise<RecusedResident[]> {
  const { communityId } = application;
  const { timeZone } = await needPlace(work, communityId, ['applicationId']);
  const rows = await residentById.read(work.db, communityId, residentIds);
  const grounds = await groundsOf(loadsOf(work), application, timeZone, work.now);
  const people = new Map(rows.map(({ id, personId }) => [id, personId]));
  return residentIds.flatMap((residentId) => {
    const personId = people.get(residentId);
    const ground = personId ? grounds.of(personId) : null;
    return ground ? [{ residentId, ...ground }] : [];
  });
}
