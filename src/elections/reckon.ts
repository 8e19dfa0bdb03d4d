import { neededOf, type Share } from '../ballots/tally';
import type { ElectionBallotKind } from './election-ballot.entity';
import type { WardState } from './election-ward.entity';

/** A candidate of a ballot with the votes. */
export interface Line {
  readonly candidateId: string;
  readonly votes: number;
}

/** A counted ballot of a ward. */
export interface CountedBallot {
  readonly kind: ElectionBallotKind;
  /** How many may vote, and how many did. */
  readonly base: number;
  readonly tookPart: number;
  /** In the order of nomination. */
  readonly lines: readonly Line[];
}

/** What a ward's ballots came to. */
export interface Reckoned {
  readonly state: Extract<WardState, 'tied' | 'no_quorum' | 'short' | 'filled'>;
  /** Whether enough took part in one of them. */
  readonly decided: boolean;
  /** Seats that nobody has won yet. */
  readonly missing: number;
  /** In the order in which they were elected. */
  readonly elected: readonly string[];
  /** Who had the same votes for the last seat: a run-off decides among them. */
  readonly tied: readonly string[];
  /** Who reached the share and found no seat, in the order in which they follow. */
  readonly substitutes: readonly string[];
}

type Shares = { readonly turnout: Share; readonly wins: Share; readonly winsAgain: Share };

/**
 * Counts a ward's ballots one after the other (C1). A ballot is one if enough took part. Of those
 * who reached the share the ones with the most votes are elected; who has as many votes as the last
 * of them is tied with them. In a run-off only the order counts, because all in it reached the
 * share. Among substitutes with the same votes, who was nominated first is first. Who is gone since
 * is counted as if nobody had marked them: the next move up, and a tie may be one no longer.
 */
export function reckon(
  seats: number,
  rule: Shares,
  ballots: readonly CountedBallot[],
  gone: ReadonlySet<string> = new Set(),
): Reckoned {
  const begin: Reckoned = {
    ...{ state: 'short', decided: false, missing: seats, elected: [], tied: [], substitutes: [] },
  };
  return ballots.reduce((before, ballot) => {
    const { turnoutNeeded, votesNeeded } = neededIn(rule, ballot);
    const open = before.tied.length > 0 ? 'tied' : 'no_quorum';
    if (ballot.tookPart < turnoutNeeded)
      return { ...before, state: before.missing > 0 ? open : 'filled' };
    const stays = ({ candidateId }: Line) =>
      !gone.has(candidateId) && !before.elected.includes(candidateId);
    return after(before, ballot.lines.filter(stays), votesNeeded);
  }, begin);
}

/** How many must take part in a ballot, and how many votes a winner of it needs. */
export function neededIn(
  rule: Shares,
  { base, tookPart, kind }: Pick<CountedBallot, 'base' | 'tookPart' | 'kind'>,
) {
  const share = kind === 'first' ? rule.wins : rule.winsAgain;
  return {
    turnoutNeeded: neededOf(rule.turnout, base),
    votesNeeded: kind === 'run_off' ? 0 : Math.max(1, neededOf(share, tookPart)),
  };
}

function after(before: Reckoned, lines: readonly Line[], need: number): Reckoned {
  const reached = lines.filter(({ votes }) => votes >= need).sort((a, b) => b.votes - a.votes);
  const ids = (some: readonly Line[]) => some.map(({ candidateId }) => candidateId);
  const { missing } = before;
  const last = reached[missing - 1]?.votes;
  const isTie = last !== undefined && reached[missing]?.votes === last;
  const won = isTie ? reached.filter(({ votes }) => votes > last) : reached.slice(0, missing);
  const tied = isTie ? reached.filter(({ votes }) => votes === last) : [];
  const behind = reached.slice(won.length + tied.length);
  const left = missing - won.length;
  return {
    state: isTie ? 'tied' : left > 0 ? 'short' : 'filled',
    decided: true,
    missing: left,
    elected: [...before.elected, ...ids(won)],
    tied: ids(tied),
    substitutes: [...ids(behind), ...before.substitutes],
  };
}
