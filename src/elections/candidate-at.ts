import type { UnitOfWork } from '../kernel/unit-of-work';
import type { CandidateRow } from './candidate.entity';
import { CANDIDATE_PATH, needCandidate } from './candidate.reader';
import { electionOf, wardById } from './election.reader';
import { electionAt, type WardAt } from './ward-at';

/** A candidate with the ward, the election, its council and place. */
export interface CandidateAt extends WardAt {
  readonly candidate: CandidateRow;
}

/** The candidate that a command's input names, with all that they belong to. */
export async function candidateAt(work: UnitOfWork, candidateId: string): Promise<CandidateAt> {
  const candidate = await needCandidate(work, candidateId);
  const [ward] = await wardById.read(work.db, candidate.communityId, [candidate.wardId]);
  if (!ward) throw new Error(`Candidate ${candidate.id} stands in no ward`);
  const election = await electionOf(work, ward);
  return { candidate, ward, ...(await electionAt(work, election, CANDIDATE_PATH)) };
}
