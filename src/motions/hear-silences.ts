import type { DataSource } from 'typeorm';
import { CITY } from '../api/context';
import { SYSTEM } from '../kernel/actor';
import type { TenantRef } from '../kernel/global-id';
import { inUnitOfWork } from '../kernel/unit-of-work';
import { holdMotion } from './hold-motion';

/** So many motions are looked up at once; each is dealt with in a work of its own. */
const BATCH = 200;

/**
 * Lets silence speak about the motions that nobody has screened in time (C1): each is admitted or
 * returned in a unit of work of its own, so that whoever is stopped in the midst of it leaves the
 * rest waiting and nothing half done. One that fails keeps no other waiting, and is told at the
 * end. Several processes may do it at once: who comes second finds that it was said.
 */
export async function hearSilences(
  source: DataSource,
  now: Date,
  isOver: () => boolean = () => false,
): Promise<void> {
  const failed: Error[] = [];
  for (let last = FIRST, more = true; more;) {
    const batch = await overdue(source, now, last);
    for (const motion of batch) {
      if (isOver()) break;
      await inUnitOfWork(source, SYSTEM, (work) => holdMotion(work, motion), now).catch(
        (error: unknown) => void failed.push(error as Error),
      );
    }
    last = batch.at(-1) ?? last;
    more = batch.length === BATCH && !isOver();
  }
  if (failed[0]) throw failed[0];
}

interface Overdue extends TenantRef {
  /** As PostgreSQL writes it: a `Date` would lose what comes after the thousandths. */
  readonly screenBy: string;
}

const FIRST: Overdue = {
  ...{ communityId: CITY, id: CITY },
  screenBy: '-infinity',
};

/** The next motions that were to be screened before now, as the index has them. */
async function overdue(
  source: DataSource,
  now: Date,
  { communityId, screenBy, id }: Overdue,
): Promise<Overdue[]> {
  return await source.query<Overdue[]>(
    `-- every community: moments pass everywhere, and only what waits stands in the index
     select community_id "communityId", id, screen_by::text "screenBy" from motion
     where state = 'tabled' and screen_by <= $1
       and (community_id, screen_by, id) > ($2, $3::timestamptz, $4)
     order by community_id, screen_by, id limit $5`,
    [now, communityId, screenBy, id, BATCH],
  );
}
