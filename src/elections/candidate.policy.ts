import type { Context } from '../api/context';
import { policy } from '../api/policy';
import { readsRoll } from '../ballots/ballot.policy';
import type { CandidateRow } from './candidate.entity';

/**
 * Whoever accepts to stand is known by the full name, as who holds an office is. Until then the
 * nomination is the community's own affair, for its residents to support.
 */
export const knowsCandidate = policy<CandidateRow>(
  'Anyone once they accepted; until then residents of the community, and its cadres and officers.',
  (context: Context, candidate) =>
    candidate.acceptedAt !== null || readsRoll.allows(context, candidate as never),
);
