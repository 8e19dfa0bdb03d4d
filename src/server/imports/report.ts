import type { Made } from './noun';

/** Why a line is bad. */
export interface Problem {
  readonly line: number;
  /** The heading of the column, as it is read in the asker's language. */
  readonly column: string | null;
  /** What stands in the cell, cut short; null where no cell is to blame, or nothing is in it. */
  readonly given: string | null;
  readonly code: string;
  readonly message: string;
}

/** A line as it was read: what its cells say, by the headings in the asker's language. */
export interface LineRead {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What became of a file. */
export interface Report {
  /** SHA-256 of the file: what it is known by. */
  readonly hash: string;
  readonly lines: number;
  /** How many lines are bad; where `complete` is false, at least so many. */
  readonly bad: number;
  readonly complete: boolean;
  /** The first thousand of what is wrong, by line. */
  readonly problems: readonly Problem[];
  /** The first lines that could be read. */
  readonly first: readonly LineRead[];
  /** What comes, or came, of the good lines, by kind of thing; of a repeated file, nothing. */
  readonly made: Made;
  /** Whether it is in: now, or (`repeated`) since it was sent before. */
  readonly takenIn: boolean;
  readonly repeated: boolean;
  /** When this file, or another one with the same lines, was taken in before; else null. */
  readonly earlierAt: Date | null;
}

/** How far a file is. */
export interface Progress {
  /** Lines that were tried, good or bad. */
  readonly done: number;
  /** How many there are. */
  readonly of: number;
}
