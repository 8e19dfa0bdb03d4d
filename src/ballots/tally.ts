/** A share of a whole: at least so much of it, or (strict) more than that. */
export interface Share {
  readonly num: number;
  readonly den: number;
  readonly strict: boolean;
}

/** Of what a share must be in favour: of all who may vote, or of the votes that were cast. */
export const PASSES_OF = ['base', 'votes'] as const;
export type PassesOf = (typeof PASSES_OF)[number];

/** What makes a ballot decide, frozen when it opens. */
export interface BallotRule {
  /** The share of the base that must take part. */
  readonly quorum: Share;
  /** The share that must be in favour. */
  readonly passes: Share;
  readonly passesOf: PassesOf;
  /** Which of the choices is in favour: its place among them, from 0. */
  readonly favoured: number;
}

export const OUTCOMES = ['passed', 'rejected', 'no_quorum'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a ballot came to, with the figures that it follows from. */
export interface Tally {
  readonly base: number;
  readonly quorumNeeded: number;
  readonly tookPart: number;
  readonly passNeeded: number;
  readonly inFavour: number;
  readonly outcome: Outcome;
}

/** The smallest number that is the share of a whole: worked out so that nothing is rounded. */
export function neededOf({ num, den, strict }: Share, whole: number): number {
  const rest = (num * whole) % den;
  const below = (num * whole - rest) / den;
  return strict || rest > 0 ? below + 1 : below;
}

/**
 * Counts by the rule (C1: of 21, 17 take part and 11 are in favour). Every vote is presence, an
 * abstention too; without a single vote in favour nothing passes.
 */
export function tally(rule: BallotRule, base: number, votes: readonly number[]): Tally {
  const tookPart = votes.reduce((sum, each) => sum + each, 0);
  const inFavour = votes[rule.favoured] ?? 0;
  const quorumNeeded = neededOf(rule.quorum, base);
  const whole = rule.passesOf === 'base' ? base : tookPart;
  const passNeeded = Math.max(1, neededOf(rule.passes, whole));
  const figures = { base, quorumNeeded, tookPart, passNeeded, inFavour };
  if (tookPart < quorumNeeded) return { ...figures, outcome: 'no_quorum' };
  return { ...figures, outcome: inFavour < passNeeded ? 'rejected' : 'passed' };
}
