import { Refusal } from '../kernel/refusal';
import type { KnownBallot } from './ballot.reader';

/** More papers are more than one box. */
const MOST_PAPERS = 500;

/** What somebody counted in a box of papers. */
export interface GivenCounts {
  /** The papers that mark each choice, in the order of the choices. */
  readonly counts: readonly number[];
  /** How many papers there are; they are the sum of the counts where a paper marks one choice. */
  readonly papers?: number | null;
}

export interface PaperCounts {
  readonly counts: number[];
  readonly papers: number;
}

/**
 * Reads what was counted in a box of papers. Where a paper may mark several choices, or none, their
 * number must be told: no choice has more, and all together have no more than so many for each.
 * Refuses: `COUNTS_UNLIKE_CHOICES`, `PAPERS_RANGE`, `PAPERS_UNLIKE_COUNTS`.
 */
export function readCounts(
  { choices, mostMarks }: Pick<KnownBallot, 'choices' | 'mostMarks'>,
  { counts, papers }: GivenCounts,
): PaperCounts {
  if (counts.length !== choices.length)
    throw new Refusal('COUNTS_UNLIKE_CHOICES', { choices: choices.length }, ['counts']);
  const wrong = counts.findIndex((each) => each < 0 || each > MOST_PAPERS);
  if (wrong >= 0)
    throw new Refusal('PAPERS_RANGE', { largest: MOST_PAPERS }, ['counts', String(wrong)]);
  const sum = counts.reduce((before, each) => before + each, 0);
  const told = papers ?? (mostMarks === null ? sum : null);
  const least = mostMarks === null ? sum : Math.max(...counts, Math.ceil(sum / mostMarks));
  const most = mostMarks === null ? sum : MOST_PAPERS;
  if (told === null || told < least || told > most)
    throw new Refusal('PAPERS_UNLIKE_COUNTS', { least, most }, ['papers']);
  return { counts: [...counts], papers: told };
}
