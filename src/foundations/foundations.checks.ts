import type { Check } from '../ledger/verify';

/** What foundations and the ledger must agree on, as `verify` checks it. */
export const FOUNDATIONS_CHECKS: readonly Check[] = [
  {
    name: 'pools-exist',
    says: "Every pool's account belongs to a pool of its books, in the pool's currency.",
    sql: `select held.community_id, held.holder_id, held.kind, asset.code from ledger_account held
      join asset on asset.id = held.asset_id
      left join pool on pool.community_id = held.community_id and pool.id = held.holder_id
      where held.kind in
          ('poolAvailable', 'poolSpent', 'grantCommitted', 'operatorOwed', 'projectGifts')
        and held.seq > 0 and (pool.id is null or pool.currency <> asset.code)`,
  },
  {
    name: 'pools-closed',
    says: 'A closed pool holds nothing, owes nothing, and its accounts are closed.',
    sql: `select pool.community_id, pool.id, held.kind, held.debits, held.credits from pool
      join ledger_account held on held.community_id = pool.community_id
        and held.holder_id = pool.id
      where pool.closed_on is not null and (
        (held.kind in ('poolAvailable', 'grantCommitted', 'operatorOwed', 'projectGifts')
          and held.debits <> held.credits)
        or (held.kind in ('poolAvailable', 'poolSpent') and held.closed_at is null))`,
  },
  {
    name: 'pools-decide',
    says: "Every pool's table of approvals begins at zero.",
    sql: `select pool.community_id, pool.id, version.version from pool
      left join (select distinct community_id, pool_id, version from pool_threshold) version
        on version.community_id = pool.community_id and version.pool_id = pool.id
      left join pool_threshold first on first.community_id = pool.community_id
        and first.pool_id = pool.id and first.version = version.version
        and first.from_minor = 0
      where first.pool_id is null`,
  },
  {
    name: 'pools-have-one-table',
    says: "A version of a pool's table begins at one moment; the first holds from the beginning.",
    sql: `select community_id, pool_id, version from pool_threshold
      group by community_id, pool_id, version
      having count(distinct valid_from) > 1
        or (version = 1) <> (min(valid_from) = '1970-01-01 00:00:00+00')`,
  },
  {
    name: 'procedures-stay',
    says: 'What a pool gives by a procedure is decided by one from the beginning to the end.',
    sql: `select decider.community_id, decider.pool_id, count(*) as versions from pool_decider decider
      group by decider.community_id, decider.pool_id
      having count(*) filter (where decider.decided_by = 'procedure') not in (0, count(*))`,
  },
  {
    name: 'dues',
    says: 'What a foundation owes another in other books, the other is owed there.',
    sql: `select owing.community_id, owing.foundation, owing.books, owing.other, owing.minor,
        owed.minor as mirrored
      from (
        select community_id, holder_id::text as foundation, split_part(about, '/', 1) as books,
          split_part(about, '/', 2) as other, asset_id, credits - debits as minor
        from ledger_account where kind = 'dueTo'
      ) owing
      full join (
        select split_part(about, '/', 1) as books, split_part(about, '/', 2) as foundation,
          community_id::text as own_books, holder_id::text as own, asset_id,
          debits - credits as minor
        from ledger_account where kind = 'dueFrom'
      ) owed on owed.books = owing.community_id::text and owed.foundation = owing.foundation
        and owed.own_books = owing.books and owed.own = owing.other
        and owed.asset_id = owing.asset_id
      where coalesce(owing.minor, 0) <> coalesce(owed.minor, 0)`,
  },
];
