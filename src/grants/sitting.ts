import { poolById } from '../foundations/pool.reader';
import type { PoolRow } from '../foundations/pool.entity';
import { authorise, personOf } from '../kernel/actor';
import { Denied } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import type { ApplicationRow } from './application.entity';
import { lockApplication, needApplication } from './application.reader';
import { boardroomOf, loadsOf, type Boardroom } from './boardroom';
import { sitsOnBoard } from './grant.policy';

/** A member of the board before an application that is held for them. */
export interface Sitting {
  readonly personId: string;
  readonly application: ApplicationRow;
  readonly pool: PoolRow;
  readonly place: PlaceRow;
}

/** Loads the pool of an application or a grant. */
export async function poolOf(
  work: UnitOfWork,
  { communityId, poolId }: { communityId: string; poolId: string },
): Promise<PoolRow> {
  const [pool] = await poolById.read(work.db, communityId, [poolId]);
  if (!pool) throw new Error(`There is no pool ${poolId}`);
  return pool;
}

/**
 * Lets a member of the board of the pool's foundation sit down before an application, and holds it
 * until the unit of work ends: votes on it come one after the other. Unknown: `ID_UNKNOWN`.
 */
export async function sitDown(work: UnitOfWork, applicationId: string): Promise<Sitting> {
  const asked = await needApplication(work, applicationId, ['applicationId']);
  const pool = await poolOf(work, asked);
  authorise(work.actor, sitsOnBoard(work.actor, pool.foundationId));
  const personId = personOf(work.actor);
  const place = await needPlace(work, asked.communityId, ['applicationId']);
  return { personId, application: await lockApplication(work, asked), pool, place };
}

/** The boardroom as it stands now; denies who has no seat in it today. */
export async function boardroomNow(work: UnitOfWork, sitting: Sitting): Promise<Boardroom> {
  const { application, pool, place, personId } = sitting;
  const boardroom = await boardroomOf(loadsOf(work), application, pool, place, work.now);
  if (!boardroom.seats.some((seat) => seat.personId === personId)) throw new Denied('FORBIDDEN');
  return boardroom;
}
