import { authorise } from '../kernel/actor';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { isRegistrar } from '../society/society.policy';
import { needBallot, type KnownBallot } from './ballot.reader';
import { closeBallotFor } from './close-ballot-for';

/**
 * Counts a ballot whose last moment has passed (cadres and officers of the community), publishes
 * its boxes, and throws its key away, so that nobody can sign one more token. Boxes of papers are
 * part of it, and none may still wait for its witness. Refuses: `ID_UNKNOWN`, and what
 * `closeBallotFor` refuses.
 */
export async function closeBallot(
  work: UnitOfWork,
  input: { readonly ballotId: string },
): Promise<KnownBallot> {
  const asked = await needBallot(work, input.ballotId);
  const at = await needPlace(work, asked.communityId, ['ballotId']);
  authorise(work.actor, isRegistrar(work.actor, at));
  return await closeBallotFor(work, asked);
}
