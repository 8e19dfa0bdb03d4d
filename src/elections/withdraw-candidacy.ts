import { declineToFollow } from '../councils/substitutes';
import { mayAct } from '../councils/layers';
import { authorise } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { isResident } from '../society/resident.policy';
import { candidateAt } from './candidate-at';
import type { CandidateRow } from './candidate.entity';
import { CANDIDATE_PATH, candidateById } from './candidate.reader';
import { isEligible } from './eligible';
import { electionOf, lockElection, wardById } from './election.reader';
import { settleWard } from './settle-ward';

/**
 * Stands no longer (the candidate, or whoever calls elections for one who can stand no longer, by
 * the register): before a ballot, or after it and before the seats are given, when the next in
 * order moves up, a tie may be settled, and where nobody follows the ward votes again; and as a
 * substitute later, who then follows on no seat. Refuses: `ID_UNKNOWN`,
 * `CANDIDATE_CAN_STAND`, `CANDIDATE_WITHDRAWN`, `CANDIDATE_ON_BALLOT`, `NOT_A_SUBSTITUTE`,
 * `ELECTION_ENDED`.
 */
export async function withdrawCandidacy(
  work: UnitOfWork,
  input: { readonly candidateId: string },
): Promise<CandidateRow> {
  const asked = await candidateAt(work, input.candidateId);
  const { communityId, id, residentId } = asked.candidate;
  const own = isResident(work.actor, { communityId, id: residentId });
  authorise(work.actor, own || mayAct(work.actor, asked.at, 'callElection'));
  const path = CANDIDATE_PATH;
  const on = { ward: asked.ward, day: asked.today };
  if (!own && (await isEligible(work, on, residentId)))
    throw new Refusal('CANDIDATE_CAN_STAND', {}, path);
  await lockElection(work, asked.election);
  const election = await electionOf(work, asked.candidate);
  const [candidate] = await candidateById.read(work.db, communityId, [id]);
  const [ward] = await wardById.read(work.db, communityId, [asked.ward.id]);
  if (candidate?.withdrawnAt !== null) throw new Refusal('CANDIDATE_WITHDRAWN', {}, path);
  if (election.state === 'called_off') throw new Refusal('ELECTION_ENDED', {}, path);
  const { termId } = election;
  if (termId !== null && !(await declineToFollow(work, { communityId, termId, residentId })))
    throw new Refusal('NOT_A_SUBSTITUTE', {}, path);
  if (termId === null && ward?.state === 'voting')
    throw new Refusal('CANDIDATE_ON_BALLOT', {}, path);
  await read(
    work.db,
    'update election_candidate set withdrawn_at = $3 where community_id = $1 and id = $2',
    [communityId, id, work.now],
  );
  if (termId === null && ward && ward.state !== 'nominating')
    await settleWard(work, ward, election);
  return { ...candidate, withdrawnAt: work.now };
}
