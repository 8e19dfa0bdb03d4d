import type { EntityManager } from 'typeorm';
import type { TenantRef } from '../kernel/global-id';
import { read } from '../kernel/read';

/** A lot, and one of those that it became in stores that it was sent to. */
export interface Onward {
  readonly communityId: string;
  readonly lotId: string;
  readonly toCommunityId: string;
  readonly toLotId: string;
}

/** What some lots of a community became in other stores, one step on. */
export async function onwardOf(
  db: EntityManager,
  communityId: string,
  lotIds: readonly string[],
): Promise<Onward[]> {
  return await read<Onward>(
    db,
    `select line.community_id "communityId", line.lot_id "lotId",
       transfer.to_community_id "toCommunityId", line.arrived_lot_id "toLotId"
     from stock_transfer_line line
     join stock_transfer transfer
       on transfer.community_id = $1 and transfer.id = line.transfer_id
     where line.community_id = $1 and line.lot_id = any ($2) and line.arrived_lot_id is not null
     order by line.lot_id, line.transfer_id`,
    [communityId, lotIds],
  );
}

/**
 * All that a lot became in other stores, however often it was sent on: a statement for each step
 * and each set of books. It ends, for each arrival is a lot of its own.
 */
export async function onwardLots(db: EntityManager, lot: TenantRef): Promise<TenantRef[]> {
  const found: TenantRef[] = [];
  let step: readonly TenantRef[] = [lot];
  while (step.length > 0) {
    const next: TenantRef[] = [];
    for (const [communityId, lotIds] of byBooks(step))
      for (const { toCommunityId, toLotId } of await onwardOf(db, communityId, lotIds))
        next.push({ communityId: toCommunityId, id: toLotId });
    found.push(...next);
    step = next;
  }
  return found;
}

/** The lots' ids by the books that they stand in. */
export function byBooks(lots: readonly TenantRef[]): Map<string, string[]> {
  const books = new Map<string, string[]>();
  for (const { communityId, id } of lots) {
    const known = books.get(communityId);
    if (known) known.push(id);
    else books.set(communityId, [id]);
  }
  return books;
}
