import type { EntityManager } from 'typeorm';
import { CITY, type Context, type GroupBatch } from '../api/context';
import { isUuid } from '../kernel/id';
import { fromCursor, limitOf, toPage, type Page, type PageAsk } from '../kernel/page';
import { Refusal } from '../kernel/refusal';

/**
 * A list that many owners have one each of (the memberships of an organisation), in the order of
 * its
 * rows' ids. It reads the same page for all owners asked for, in one statement.
 */
export interface PagedList<Row, Filter> {
  readonly read: (
    db: EntityManager,
    ownerIds: readonly string[],
    filter: Filter,
    page: { readonly after: string; readonly limit: number },
  ) => Promise<readonly (Row & { readonly ownerId: string })[]>;
}

type Owned<Row> = Row & { readonly ownerId: string };

/** One request's batches, by list and by what was asked of it: what a loader is found by. */
const BATCHES = new WeakMap<Context, Map<object, Map<string, GroupBatch<unknown>>>>();

/** One owner's page, batched with the same page of all other owners of this moment. */
export async function loadPage<Row extends { readonly id: string }, Filter>(
  context: Context,
  list: PagedList<Row, Filter>,
  ownerId: string,
  filter: Filter,
  ask: PageAsk,
): Promise<Page<Row>> {
  const page = { after: idAfter(ask), limit: limitOf(ask) };
  const batch = batchFor(context, list, JSON.stringify([filter, page]), () => ({
    many: true,
    read: (db, _city, ownerIds) => list.read(db, ownerIds, filter, page),
    keyOf: (row) => row.ownerId,
  }));
  const rows = await context.loadMany(batch, CITY, ownerId);
  return toPage(ask, rows, ({ id }) => [id]);
}

function batchFor<Row>(
  context: Context,
  list: object,
  asked: string,
  make: () => GroupBatch<Owned<Row>>,
): GroupBatch<Owned<Row>> {
  const lists = BATCHES.get(context) ?? new Map<object, Map<string, GroupBatch<unknown>>>();
  BATCHES.set(context, lists);
  const batches = lists.get(list) ?? new Map<string, GroupBatch<unknown>>();
  lists.set(list, batches);
  const batch = (batches.get(asked) as GroupBatch<Owned<Row>> | undefined) ?? make();
  batches.set(asked, batch as GroupBatch<unknown>);
  return batch;
}

/** The id after which a page of a list in the order of ids begins; `CURSOR_UNREADABLE`. */
export function idAfter(ask: PageAsk): string {
  const after = fromCursor(ask, 1)?.[0] ?? CITY;
  if (!isUuid(after)) throw new Refusal('CURSOR_UNREADABLE', {}, ['after']);
  return after;
}
