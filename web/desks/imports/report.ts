/** What is taken in from files, as its address is called. */
export type Noun = 'residents' | 'products' | 'lots' | 'services';

/** Why a line is bad, in the language in which it was asked. */
export interface LineProblem {
  readonly line: number;
  readonly column: string | null;
  /** What stands in the cell. */
  readonly given: string | null;
  readonly code: string;
  readonly message: string;
}

/** A line as it was read: what its cells say, by their headings. */
export interface LineRead {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What became, or would become, of a file: as the server tells it. */
export interface Report {
  readonly lines: number;
  readonly bad: number;
  /** Whether all that is bad was found. */
  readonly complete: boolean;
  readonly problems: readonly LineProblem[];
  readonly first: readonly LineRead[];
  readonly made: Readonly<Record<string, number>>;
  readonly takenIn: boolean;
  /** It was in before: nothing was written. */
  readonly repeated: boolean;
  /** When the same file, or the same lines in another, were taken in. */
  readonly earlierAt: string | null;
}

/** How far a file is on its way, and then in the server. */
export type Way =
  | { readonly at: 'sending'; readonly done: number; readonly of: number }
  | { readonly at: 'reading' }
  | { readonly at: 'lines'; readonly done: number; readonly of: number };
