/** A column: the word that heads it, and where its cell stands in what GraphQL answers. */
export interface Column {
  readonly heading: string;
  /** From `owner` (the store, …), `node` (a row of the list) or `each` (a part of it). */
  readonly path: string;
  readonly as: 'text' | 'figure' | 'moment' | 'choice';
  /** The enum that a choice is out of. */
  readonly of?: string;
}

/** The fields of a row that tell whether it is in a stretch of time. */
export interface Time {
  /** When it happened. */
  readonly at: string;
  /** The moment that the list is in the order of, where it is: beyond the stretch it ends. */
  readonly ordered?: { readonly by: string; readonly latestFirst: boolean };
}

/** A list that leaves as a spreadsheet: a connection of the API, read as whoever asks. */
export interface List {
  /** What the list hangs on: the community itself, or each of its stores or self-organisations. */
  readonly of: 'Place' | 'Store' | 'Organisation';
  /** The connection's field and its arguments but `first` and `after`. */
  readonly field: string;
  readonly node: string;
  /** The field of a row that makes a line of each of its parts: the legs of an entry. */
  readonly each?: string;
  readonly columns: readonly Column[];
  /** For a list of what happened at a moment: how a stretch of it is told. */
  readonly time?: Time;
}

export const text = (heading: string, path: string): Column => ({ heading, path, as: 'text' });
export const figure = (heading: string, path: string): Column => ({ heading, path, as: 'figure' });
export const moment = (heading: string, path: string): Column => ({ heading, path, as: 'moment' });

export const choice = (heading: string, path: string, of: string): Column => ({
  ...{ heading, path, as: 'choice', of },
});
