import { authorise } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { isResident } from '../society/resident.policy';
import type { CandidateRow } from './candidate.entity';
import { CANDIDATE_PATH, needCandidate, refuseFull } from './candidate.reader';
import { electionOf, holdElection } from './election.reader';
import { refuseLate } from './ward-at';

/**
 * Accepts to stand (the nominee, while people are nominated): from here on the name is public.
 * Refuses: `ID_UNKNOWN`, `ELECTION_ENDED`, `NOMINATIONS_OVER`, `CANDIDATE_WITHDRAWN`,
 * `ACCEPTED_ALREADY`, `CANDIDATES_TOO_MANY`.
 */
export async function acceptNomination(
  work: UnitOfWork,
  input: { readonly candidateId: string },
): Promise<CandidateRow> {
  const asked = await needCandidate(work, input.candidateId);
  const { communityId, id, residentId } = asked;
  authorise(work.actor, isResident(work.actor, { communityId, id: residentId }));
  const path = CANDIDATE_PATH;
  const election = await holdElection(work, await electionOf(work, asked), path);
  refuseLate(election, work.now, path);
  const candidate = await needCandidate(work, input.candidateId);
  if (candidate.withdrawnAt !== null) throw new Refusal('CANDIDATE_WITHDRAWN', {}, path);
  if (candidate.acceptedAt !== null) throw new Refusal('ACCEPTED_ALREADY', {}, path);
  await refuseFull(work, candidate, path);
  await read(
    work.db,
    'update election_candidate set accepted_at = $3 where community_id = $1 and id = $2',
    [communityId, id, work.now],
  );
  return { ...candidate, acceptedAt: work.now };
}
