import type { EntityManager } from 'typeorm';
import { CITY } from '../api/context';
import type { PagedList } from '../api/paged';

/** Whose list it is: a pool's (in its own books), or an organisation's (in all books). */
export type Owner = 'pool' | 'organisation';

/**
 * The applications or grants of many pools or organisations, each newest first, all owners' pages
 * in one statement.
 */
export function newestFirst<Row>(
  table: 'application' | 'pool_grant',
  columns: string,
  ownerColumn: string,
  owner: Owner,
): PagedList<Row, { readonly communityId: string | null }> {
  const books = owner === 'pool' ? 'community_id = $4 and' : '';
  const everywhere =
    owner === 'pool'
      ? ''
      : '-- every community: an organisation may be given money in several sets of books\n';
  const text = `${everywhere}select owner.id "ownerId", listed.*
    from unnest($1::uuid[]) as owner (id) cross join lateral (
      select ${columns} from ${table}
      where ${books} ${ownerColumn} = owner.id and ($2 = '${CITY}'::uuid or id < $2)
      order by id desc limit $3
    ) listed order by owner.id, listed.id desc`;
  return {
    read: (db: EntityManager, ownerIds, { communityId }, { after, limit }) =>
      db.query(text, [ownerIds, after, limit, ...(owner === 'pool' ? [communityId] : [])]),
  };
}
