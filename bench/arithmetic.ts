/** What one slice of one arm showed. A slice fills in what its metric asks for. */
export interface Measured {
  readonly perSecond?: number;
  readonly meanMs?: number;
  readonly p99Ms?: number;
  readonly bytes?: number;
}

/** One round: every arm once, one after the other. */
export type Round = Readonly<Record<string, Measured>>;

/** A ratio over the rounds. */
export interface Ratio {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** The reference itself varied so much that the ratio says nothing. */
  readonly inconclusive: boolean;
}

/** A reference may differ by this factor from round to round before nothing can be said. */
export const STEADY_WITHIN = 3;

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('There is no median of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  const upper = at(sorted, Math.floor(sorted.length / 2));
  if (sorted.length % 2 === 1) return upper;
  return (at(sorted, sorted.length / 2 - 1) + upper) / 2;
}

/** The value that so great a part of the values does not exceed: nearest rank. */
export function percentile(values: readonly number[], part: number): number {
  if (values.length === 0) throw new Error('There is no percentile of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  return at(sorted, Math.max(0, Math.ceil(part * sorted.length) - 1));
}

/**
 * What so many answers within a slice come to, by the time that each took. Where none came, each
 * takes longer than the slice.
 */
export function speedOf(times: readonly number[], sliceMs: number) {
  if (times.length === 0) return { perSecond: 0, meanMs: sliceMs, p99Ms: sliceMs };
  return {
    perSecond: (times.length / sliceMs) * 1000,
    meanMs: times.reduce((sum, each) => sum + each, 0) / times.length,
    p99Ms: percentile(times, 0.99),
  };
}

/** Ours ÷ the reference, each round by itself: what slows the machine slows both. */
export function ratioOf(
  rounds: readonly Round[],
  ours: (round: Round) => number,
  reference: (round: Round) => number,
): Ratio {
  const references = rounds.map(reference);
  const ratios = rounds.map((round, i) => ours(round) / at(references, i));
  return {
    median: median(ratios),
    min: Math.min(...ratios),
    max: Math.max(...ratios),
    inconclusive: !(Math.max(...references) <= STEADY_WITHIN * Math.min(...references)),
  };
}

function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new Error(`Nothing stands at ${index}`);
  return value;
}
