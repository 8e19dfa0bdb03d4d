import type { MeBallotQuery } from '../../../generated/operations';
import { type Found, found } from '../../kit/found';

/** A ballot as its page reads it, with whether it takes votes now. */
export type BallotShown = Found<MeBallotQuery['node']> & { readonly isOpen: boolean };

/** The ballot that was read; null where there is none. */
export function ballotShown({ node }: MeBallotQuery): BallotShown | null {
  const ballot = found(node, 'question');
  if (!ballot) return null;
  const isOpen = ballot.closedAt === null && new Date(ballot.closesAt) > new Date();
  return { ...ballot, isOpen };
}
