import type { Verdict } from './states';

/** What the board has said so far, and what it still may say. */
export interface Tally {
  /** How many approvals are needed (N): fixed by the pool's table, never lowered. */
  readonly needed: number;
  /** How many members may vote (M): the board without those who stand aside. */
  readonly possible: number;
  readonly approvals: number;
  readonly declines: number;
  /** Members who may vote and have not. */
  readonly pending: number;
}

/** Counts the votes of those who may vote; a vote of anyone else counts for nothing. */
export function tally(
  needed: number,
  voters: ReadonlySet<string>,
  votes: readonly { readonly personId: string; readonly verdict: Verdict }[],
): Tally {
  const counted = votes.filter(({ personId }) => voters.has(personId));
  const approvals = counted.filter(({ verdict }) => verdict === 'approve').length;
  const declines = counted.length - approvals;
  return {
    needed,
    possible: voters.size,
    approvals,
    declines,
    pending: voters.size - counted.length,
  };
}

/**
 * What follows from a tally. With fewer members than the approvals needed, nothing can be decided
 * until the board has more (`too_small`): standing aside never declines an application.
 */
export function outcome({
  needed,
  possible,
  approvals,
  pending,
}: Tally): 'awarded' | 'declined' | 'too_small' | 'open' {
  if (approvals >= needed) return 'awarded';
  if (possible < needed) return 'too_small';
  return approvals + pending < needed ? 'declined' : 'open';
}
