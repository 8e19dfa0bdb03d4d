import type { EntityManager } from 'typeorm';
import type { Context, GroupBatch } from './context';
import { isDay } from '../kernel/calendar';
import { fromCursor, limitOf, toPage, type Page, type PageAsk } from '../kernel/page';
import { Refusal } from '../kernel/refusal';

/**
 * A list that many owners have one each of (the statement of a wallet, the declarations of an
 * enterprise), in an order of its own. It reads the same page for all owners asked for at once, in
 * one statement, so that a list of owners with their lists stays bounded.
 */
export interface KeysetList<Row> {
  readonly read: (
    db: EntityManager,
    communityId: string,
    ownerIds: readonly string[],
    page: KeysetPage,
  ) => Promise<readonly Owned<Row>[]>;
  /** The sort key of a row: its cursor. */
  readonly keyOf: (row: Row) => string[];
  /** What each part of the key looks like; a cursor that looks otherwise is none of ours. */
  readonly parts: readonly KeyPart[];
}

/** How a part of a key is told from what PostgreSQL could not read: a pattern, or a question. */
export interface KeyPart {
  test(part: string): boolean;
}

export interface KeysetPage {
  /** The key after which it begins; null at the start of the list. */
  readonly after: readonly string[] | null;
  readonly limit: number;
  /** What else the list depends on: a day. */
  readonly about: string;
}

export type Owned<Row> = Row & { readonly ownerId: string };

export interface Owner {
  readonly communityId: string;
  readonly ownerId: string;
  readonly about?: string;
}

export const DAY_PART: KeyPart = { test: isDay };
export const ID_PART = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const SEQ_PART = /^\d{1,18}$/;
export const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** One request's batches, by list and by what was asked of it: what a loader is found by. */
const BATCHES = new WeakMap<Context, Map<object, Map<string, object>>>();

/** One owner's page, batched with the same page of all other owners of this moment. */
export async function loadKeyset<Row>(
  context: Context,
  list: KeysetList<Row>,
  { communityId, ownerId, about = '' }: Owner,
  ask: PageAsk,
): Promise<Page<Row>> {
  const page: KeysetPage = { after: readKey(ask, list.parts), limit: limitOf(ask), about };
  const batch = batchFor(context, list, page);
  const rows = await context.loadMany(batch, communityId, ownerId);
  return toPage<Row>(ask, rows, list.keyOf);
}

/** Reads a cursor of a key's parts; one that looks otherwise is refused: `CURSOR_UNREADABLE`. */
function readKey(ask: PageAsk, parts: readonly KeyPart[]): string[] | null {
  const key = fromCursor(ask, parts.length);
  if (key?.every((part, i) => parts[i]?.test(part)) === false)
    throw new Refusal('CURSOR_UNREADABLE', {}, ['after']);
  return key;
}

function batchFor<Row>(
  context: Context,
  list: KeysetList<Row>,
  page: KeysetPage,
): GroupBatch<Owned<Row>> {
  const lists = BATCHES.get(context) ?? new Map<object, Map<string, object>>();
  BATCHES.set(context, lists);
  const batches = lists.get(list) ?? new Map<string, object>();
  lists.set(list, batches);
  const asked = JSON.stringify(page);
  const known = batches.get(asked) as GroupBatch<Owned<Row>> | undefined;
  if (known) return known;
  const batch: GroupBatch<Owned<Row>> = {
    many: true,
    ofOneRequest: true,
    read: (db, communityId, ownerIds) => list.read(db, communityId, ownerIds, page),
    keyOf: (row) => row.ownerId,
  };
  batches.set(asked, batch);
  return batch;
}
