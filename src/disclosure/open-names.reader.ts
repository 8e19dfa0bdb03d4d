import type { Batch } from '../api/context';
import type { NamesOf } from '../books/plain-text/held-names';
import { read } from '../kernel/read';

/**
 * What accounts and assets may be called in the open: what is public, and no person, resident,
 * household or giver. What is not on this list has no name.
 */
export const namesInTheOpen: NamesOf = async (db, communityId, ids) => {
  const rows = await read<{ id: string; name: string }>(
    db,
    `select id, name from place where id = any ($2)
     union all select id, name from organisation where id = any ($2)
     union all select id, name from credit_scheme where id = any ($2)
     union all select asset_id, name from credit_scheme where asset_id = any ($2)
     union all select id, name from pool where community_id = $1 and id = any ($2)
     union all select id, title from pool_grant where community_id = $1 and id = any ($2)
     union all select id, title from campaign where community_id = $1 and id = any ($2)
     union all select id, name from store where community_id = $1 and id = any ($2)
     union all select id, name from product where community_id = $1 and id = any ($2)
     union all select id, name from allowance_class where community_id = $1 and id = any ($2)
     union all select lot.id, product.name from lot
       join product on product.community_id = $1 and product.id = lot.product_id
       where lot.community_id = $1 and lot.id = any ($2)`,
    [communityId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** What may be named in the open, by its id; batched over the accounts of a page. */
export const openName: Batch<{ id: string; name: string }> = {
  read: async (db, communityId, ids) =>
    [...(await namesInTheOpen(db, communityId, ids))].map(([id, name]) => ({ id, name })),
  keyOf: ({ id }) => id,
};
