import type { UnitOfWork } from '../kernel/unit-of-work';

/**
 * Marks a product's lots of which nothing is left, so that the till passes them over. The rows are
 * locked before their stock is read: only a voided exchange brings goods back to a lot, and it
 * takes the same locks first (`unmarkEmptied`).
 */
export async function markEmptied(
  work: UnitOfWork,
  shelf: { readonly communityId: string; readonly storeId: string; readonly productId: string },
): Promise<void> {
  const db = await work.begin();
  const { communityId, storeId, productId } = shelf;
  const locked: { id: string }[] = await db.query(
    `select lot.id from lot
     where lot.community_id = $1 and lot.store_id = $2 and lot.product_id = $3
       and lot.emptied_at is null
     order by lot.id for no key update`,
    [communityId, storeId, productId],
  );
  if (locked.length === 0) return;
  await db.query(
    `update lot set emptied_at = $3
     where lot.community_id = $1 and lot.id = any ($2) and exists (
       select 1 from ledger_account stock
       where stock.community_id = $1 and stock.holder_id = lot.id and stock.kind = 'lotStock'
         and stock.debits = stock.credits)`,
    [communityId, locked.map(({ id }) => id), work.now],
  );
}

/** Puts lots before the till's eyes again, ahead of the entry that brings goods back to them. */
export async function unmarkEmptied(
  work: UnitOfWork,
  communityId: string,
  lotIds: readonly string[],
): Promise<void> {
  const db = await work.begin();
  await db.query(
    `select lot.id from lot where lot.community_id = $1 and lot.id = any ($2)
     order by lot.id for no key update`,
    [communityId, lotIds],
  );
  await db.query(
    `update lot set emptied_at = null
     where lot.community_id = $1 and lot.id = any ($2) and lot.emptied_at is not null`,
    [communityId, lotIds],
  );
}
