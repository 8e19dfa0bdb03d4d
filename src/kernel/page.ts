import { Refusal } from './refusal';

/** What a client asks of a list: the first so many after a cursor. */
export interface PageAsk {
  readonly first: number;
  readonly after?: string | null;
}

/** One page of a list, read by keyset: never an offset, never a count. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** No list gives more than this at once. */
export const LARGEST_PAGE = 100;

/** The page's size as SQL needs it: one row more, to know whether there is a next page. */
export function limitOf(ask: PageAsk): number {
  if (!Number.isInteger(ask.first) || ask.first < 1 || ask.first > LARGEST_PAGE)
    throw new Refusal('PAGE_SIZE', { largest: LARGEST_PAGE }, ['first']);
  return ask.first + 1;
}

/** A cursor is the sort key of the row it stands at. */
export function toCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * Reads a cursor of `length` strings; null where the list starts; anything else is refused, and so
 * is a NUL, which no row holds.
 */
export function fromCursor(ask: PageAsk, length: number): string[] | null {
  if (ask.after === undefined || ask.after === null) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(ask.after, 'base64url').toString());
    if (
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => typeof part === 'string' && !part.includes('\0'))
    )
      return key;
  } catch {
    // Not a cursor of ours: refused below like any other.
  }
  throw new Refusal('CURSOR_UNREADABLE', {}, ['after']);
}

/** Cuts the extra row off and puts cursors on the rest, each made when somebody asks for it. */
export function toPage<T>(ask: PageAsk, rows: readonly T[], key: (row: T) => string[]): Page<T> {
  const edges = rows.slice(0, ask.first).map((node) => ({
    node,
    get cursor() {
      return toCursor(key(node));
    },
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > ask.first,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
