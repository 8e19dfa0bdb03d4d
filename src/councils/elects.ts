import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { CouncilRow } from './council.entity';

type Council = Pick<CouncilRow, 'communityId' | 'id'>;

/** From now on the seats of a council are given by elections alone (an election is called). */
export async function giveByElection(work: UnitOfWork, { communityId, id }: Council) {
  await read(
    work.db,
    `update council set elects_since = $3
     where community_id = $1 and id = $2 and elects_since is null`,
    [communityId, id, work.now],
  );
}

/** Its first election came to nothing: its seats are given as before. */
export async function giveAsBefore(work: UnitOfWork, { communityId, id }: Council) {
  await read(
    work.db,
    'update council set elects_since = null where community_id = $1 and id = $2',
    [communityId, id],
  );
}

/** Seats that elections give are given by nobody else: `SEATS_BY_ELECTION`. */
export function refuseElected({ electsSince }: CouncilRow, path: readonly string[]): void {
  if (electsSince !== null) throw new Refusal('SEATS_BY_ELECTION', {}, path);
}
