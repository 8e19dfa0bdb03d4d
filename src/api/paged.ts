import type { EntityManager } from 'typeorm';
import { isUuid } from '../kernel/id';
import { fromCursor, type Page, type PageAsk } from '../kernel/page';
import { Refusal } from '../kernel/refusal';
import { CITY, type Context } from './context';
import { ID_PART, loadKeyset, type KeysetList, type Owned } from './keyset-list';

/** A keyset list in the order of its rows' ids, with a filter: an organisation's memberships. */
export interface PagedList<Row, Filter> {
  readonly read: (
    db: EntityManager,
    ownerIds: readonly string[],
    filter: Filter,
    page: { readonly after: string; readonly limit: number },
  ) => Promise<readonly Owned<Row>[]>;
}

const KEYSETS = new WeakMap<object, unknown>();

/** One owner's page, batched with the same page of all other owners of this moment. */
export async function loadPage<Row extends { readonly id: string }, Filter>(
  context: Context,
  list: PagedList<Row, Filter>,
  ownerId: string,
  filter: Filter,
  ask: PageAsk,
): Promise<Page<Row>> {
  const keyset = (KEYSETS.get(list) as KeysetList<Row> | undefined) ?? byId(list);
  KEYSETS.set(list, keyset);
  const owner = { communityId: CITY, ownerId, about: JSON.stringify(filter) };
  return await loadKeyset(context, keyset, owner, ask);
}

function byId<Row extends { readonly id: string }, Filter>(
  list: PagedList<Row, Filter>,
): KeysetList<Row> {
  return {
    read: (db, _city, ownerIds, { after, limit, about }) =>
      list.read(db, ownerIds, JSON.parse(about) as Filter, { after: after?.[0] ?? CITY, limit }),
    keyOf: ({ id }) => [id],
    parts: [ID_PART],
  };
}

/** The id after which a page of a list in the order of ids begins; `CURSOR_UNREADABLE`. */
export function idAfter(ask: PageAsk): string {
  const after = fromCursor(ask, 1)?.[0] ?? CITY;
  if (!isUuid(after)) throw new Refusal('CURSOR_UNREADABLE', {}, ['after']);
  return after;
}
