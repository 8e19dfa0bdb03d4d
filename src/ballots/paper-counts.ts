import { Refusal } from '../kernel/refusal';
import type { KnownBallot } from './ballot.reader';

/** More papers are more than one box. */
const MOST_PAPERS = 500;

/**
 * Reads what was counted in a box of papers, for each choice of the ballot in their order. Refuses:
 * `COUNTS_UNLIKE_CHOICES`, `PAPERS_RANGE`.
 */
export function readCounts(
  { choices }: Pick<KnownBallot, 'choices'>,
  counts: readonly number[],
): number[] {
  if (counts.length !== choices.length)
    throw new Refusal('COUNTS_UNLIKE_CHOICES', { choices: choices.length }, ['counts']);
  const wrong = counts.findIndex((each) => each < 0 || each > MOST_PAPERS);
  if (wrong >= 0)
    throw new Refusal('PAPERS_RANGE', { largest: MOST_PAPERS }, ['counts', String(wrong)]);
  return [...counts];
}
