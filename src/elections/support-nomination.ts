import { ownResidence } from '../ballots/ballot.policy';
import { authorise } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { CandidateRow } from './candidate.entity';
import { CANDIDATE_PATH, needCandidate } from './candidate.reader';
import { isEligible } from './eligible';
import { holdElection } from './election.reader';
import { candidateAt } from './candidate-at';
import { refuseLate } from './ward-at';

/**
 * Supports a nomination by residents (an elector of the ward, once). Refuses: `ID_UNKNOWN`,
 * `ELECTION_ENDED`, `NOMINATIONS_OVER`, `CANDIDATE_WITHDRAWN`, `NOT_NOMINATED_SO`, `NOT_ELECTOR`,
 * `SUPPORTED_ALREADY`.
 */
export async function supportNomination(
  work: UnitOfWork,
  input: { readonly candidateId: string },
): Promise<CandidateRow> {
  const asked = await candidateAt(work, input.candidateId);
  const { communityId, id } = asked.candidate;
  const own = ownResidence(work.actor, communityId);
  authorise(work.actor, own !== null);
  const path = CANDIDATE_PATH;
  refuseLate(await holdElection(work, asked.election, path), work.now, path);
  const candidate = await needCandidate(work, input.candidateId);
  if (candidate.withdrawnAt !== null) throw new Refusal('CANDIDATE_WITHDRAWN', {}, path);
  if (candidate.nominatedAs !== 'residents') throw new Refusal('NOT_NOMINATED_SO', {}, path);
  const at = { ward: asked.ward, day: asked.today };
  if (!own || !(await isEligible(work, at, own.residentId)))
    throw new Refusal('NOT_ELECTOR', {}, path);
  const added = await read(
    work.db,
    `insert into election_supporter (community_id, candidate_id, resident_id)
     values ($1, $2, $3) on conflict do nothing returning 1`,
    [communityId, id, own.residentId],
  );
  if (added.length === 0) throw new Refusal('SUPPORTED_ALREADY', {}, path);
  return candidate;
}
