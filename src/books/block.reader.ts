import type { Batch } from '../api/context';
import { read } from '../kernel/read';

/** The block that holds an entry, as its readers are told of it. */
export interface EntryBlock {
  readonly entryId: string;
  readonly number: number;
  readonly hash: string;
  readonly previousHash: string;
  readonly entries: number;
  readonly sealedAt: Date;
}

/** The blocks of many entries: each is the first one that reaches to when it was recorded. */
export const blockOfEntry: Batch<EntryBlock> = {
  read: (db, communityId, entryIds) =>
    read(
      db,
      `select entry.id "entryId", block.number::integer, encode(block.hash, 'hex') as hash,
         encode(block.previous_hash, 'hex') "previousHash", block.entries,
         block.sealed_at "sealedAt"
       from ledger_entry entry
       cross join lateral (
         select * from ledger_block sealed
         where sealed.community_id = $1 and sealed.until_at >= entry.recorded_at
         order by sealed.until_at limit 1
       ) block
       where entry.community_id = $1 and entry.id = any ($2)`,
      [communityId, entryIds],
    ),
  keyOf: ({ entryId }) => entryId,
};
