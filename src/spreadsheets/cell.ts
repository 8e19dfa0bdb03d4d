/** A number as its decimal text, so that none passes through a float: `12.30`. */
export interface Figure {
  readonly figure: string;
}

/** What stands in a cell: a text, a figure, or nothing. */
export type Cell = string | Figure | null;

export type Row = readonly Cell[];

/** Rows as they come, so many at a time. */
export type Pages = AsyncIterable<readonly Row[]>;
