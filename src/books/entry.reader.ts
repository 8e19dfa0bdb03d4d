import type { EntityManager } from 'typeorm';
import { CITY, type Batch, type Context, type GroupBatch } from '../api/context';
import { toDecimal, type Asset } from '../kernel/amount';
import { read } from '../kernel/read';
import { accountsById, type Account } from '../ledger/account.reader';
import { assetsById } from '../ledger/asset';
import { entriesById, reversalsOf, type Entry } from '../ledger/entry.reader';
import { legsOfEntries, type PostedLeg } from '../ledger/leg.reader';

/** An entry by its id: what a module returns for its `entry` edge. */
export const entryById: Batch<Entry> = { read: entriesById, keyOf: ({ id }) => id };

export const accountById: Batch<Account> = { read: accountsById, keyOf: ({ id }) => id };

/** The entry that takes another back, by the other's id. */
export const reversalOf: Batch<Entry> = {
  read: reversalsOf,
  keyOf: (entry) => entry.reversalOf ?? '',
};

export const legsOfEntry: GroupBatch<PostedLeg> = {
  many: true,
  read: legsOfEntries,
  keyOf: ({ entryId }) => entryId,
};

const assetById: Batch<Asset> = {
  read: (db: EntityManager, _city, ids) => assetsById(db, ids),
  keyOf: ({ id }) => id,
};

/** Until when a set of books is sealed. */
export const sealedUntil: Batch<{ communityId: string; untilAt: Date }> = {
  read: (db, communityId) =>
    read(
      db,
      `select community_id "communityId", until_at "untilAt" from ledger_block
       where community_id = $1 order by number desc limit 1`,
      [communityId],
    ),
  keyOf: ({ communityId }) => communityId,
};

export async function assetOf(context: Context, id: string): Promise<Asset> {
  const asset = await context.load(assetById, CITY, id);
  if (!asset) throw new Error(`The books hold an asset that nobody opened: ${id}`);
  return asset;
}

/** A quantity of an asset as a decimal string. */
export async function decimal(context: Context, assetId: string, minor: bigint): Promise<string> {
  return toDecimal({ asset: await assetOf(context, assetId), minor });
}
