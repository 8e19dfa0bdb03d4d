import type { Kept } from '../ledger/rollup';

/** A block's entries, by which they are searched for. */
const ENTRIES: Kept = {
  sql: `insert into journal_entry (community_id, entry_id, occurred_at, rule, actor_id)
    select $1, entry.id, entry.occurred_at, entry.rule, entry.actor_id
    from ledger_entry entry
    where entry.community_id = $1 and $4::text is not null
      and entry.recorded_at > $2::timestamptz and entry.recorded_at <= $3::timestamptz`,
  values: [],
};

/** The money that lines of a block's entries move, each amount once per entry. */
const AMOUNTS: Kept = {
  sql: `insert into journal_amount (community_id, asset_id, minor, occurred_at, entry_id)
    select distinct $1::uuid, leg.asset_id, abs(leg.amount), entry.occurred_at, entry.id
    from ledger_entry entry
    join ledger_leg leg on leg.community_id = $1 and leg.entry_id = entry.id
    join asset on asset.id = leg.asset_id and asset.kind = 'currency'
    where entry.community_id = $1 and $4::text is not null
      and entry.recorded_at > $2::timestamptz and entry.recorded_at <= $3::timestamptz`,
  values: [],
};

/** What the search through a journal keeps of a block's entries. */
export const JOURNAL_KEEPS: readonly Kept[] = [ENTRIES, AMOUNTS];
