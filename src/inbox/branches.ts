import { HOLDS_RECALLED } from '../supermarkets/lot.reader';
import type { Branch, Roles } from './branch';

const foundation = (...roles: string[]): Roles => ({ kind: 'foundation', roles });
const KEEPERS: Roles = { kind: 'supermarket_operator', roles: ['storekeeper'] };
const STAFF: Roles = { kind: 'supermarket_operator', roles: ['storekeeper', 'clerk'] };
const OFFICERS: Roles = { kind: 'street_office', roles: ['officer'] };

/** What stands in a store, is found by an index of its own, and must not be waited for by `not`. */
interface AtStores {
  readonly kind: string;
  readonly table: string;
  /** The condition of the partial index, and who has had a hand in it. */
  readonly waits: string;
}

const found = ({ kind, table, waits }: AtStores, whose: string) => `
  -- every community: an operator may have stores, and a foundation pools, in several sets of books
  select '${kind}' as kind, waiting.community_id "communityId", waiting.id,
    null::uuid "poolId", waiting.id "nodeId"
  from ${whose}
  join ${table} waiting on waiting.community_id = store.community_id
    and waiting.store_id = store.id and ${waits}
  where waiting.id > :after`;

/** It waits for the storekeepers of the store's operator. */
const forKeepers = (item: AtStores): Branch => ({
  roles: KEEPERS,
  sql: `${found(item, 'store')} and store.operator_id = any (:who)
    order by waiting.id limit :limit`,
});

/** It waits for a second person: for the treasurer of the foundation behind the pool as well. */
const forSecond = (item: AtStores): Branch[] => [
  forKeepers(item),
  {
    roles: foundation('treasurer'),
    sql: `${found(
      item,
      'pool join store on store.community_id = pool.community_id and store.pool_id = pool.id',
    )} and pool.foundation_id = any (:who)
    order by waiting.id limit :limit`,
  },
];

/** All that may wait for a person. Each branch walks an index of what is undecided. */
export const BRANCHES: readonly Branch[] = [
  {
    roles: foundation('chair', 'treasurer'),
    sql: `
      -- every community: a foundation may be given to in several sets of books
      select 'refund' as kind, refund.community_id "communityId", refund.id,
        null::uuid "poolId", refund.id "nodeId"
      from gift_refund refund join donation on donation.community_id = refund.community_id
        and donation.id = refund.donation_id
      where refund.state = 'requested' and refund.id > :after and refund.maker_id <> :person
        and donation.foundation_id = any (:who)
      order by refund.id limit :limit`,
  },
  {
    roles: foundation('secretary', 'treasurer'),
    sql: `
      -- every community: a foundation may be given to in several sets of books
      select 'payment' as kind, task.community_id "communityId", task.id,
        null::uuid "poolId", task.id "nodeId"
      from payment_task task
      where task.state = 'open' and task.foundation_id = any (:who) and task.id > :after
      order by task.id limit :limit`,
  },
  {
    roles: OFFICERS,
    sql: `
      -- every community: an office may lie above several sets of books
      select 'payment' as kind, task.community_id "communityId", task.id,
        null::uuid "poolId", task.id "nodeId"
      from payment_task task join place on place.id = task.community_id
      where task.state = 'open' and task.foundation_id is null and task.id > :after
        and place.lineage && :who
      order by task.id limit :limit`,
  },
  ...forSecond({
    kind: 'stockTake',
    table: 'stock_take',
    waits: `waiting.state = 'closed' and waiting.started_by <> :person`,
  }),
  ...forSecond({
    kind: 'shift',
    table: 'shift',
    waits: 'differs and settled_at is null and :person not in (clerk_id, closed_by)',
  }),
  ...forSecond({
    kind: 'writeOff',
    table: 'write_off',
    waits: `waiting.state = 'waiting' and waiting.asked_by <> :person`,
  }),
  ...forSecond({
    kind: 'recalledLot',
    table: 'lot',
    waits: `recalled_at is not null and recalled_by <> :person and ${HOLDS_RECALLED}`,
  }),
  ...forSecond({
    kind: 'shortTransfer',
    table: 'stock_transfer',
    waits: `waiting.state = 'received' and :person not in (waiting.sent_by, waiting.received_by)`,
  }),
  {
    roles: foundation('chair', 'secretary'),
    sql: `
      -- every community: a foundation may hold pools in several sets of books
      select 'statement' as kind, statement.community_id "communityId", statement.id,
        null::uuid "poolId", statement.id "nodeId"
      from pool join operator_statement statement on statement.community_id = pool.community_id
        and statement.pool_id = pool.id and statement.settled_at is null
      join store on store.community_id = statement.community_id
        and store.id = statement.store_id
      where pool.foundation_id = any (:who) and statement.id > :after
        and statement.checked_by is null and statement.issued_by is distinct from :person
        and store.operator_id <> all (:own)
      order by statement.id limit :limit`,
  },
  {
    roles: foundation('chair', 'board_member'),
    sql: `
      -- every community: a foundation may hold pools in several sets of books
      select 'insistedDispute' as kind, dispute.community_id "communityId", dispute.id,
        null::uuid "poolId", dispute.id "nodeId"
      from pool join operator_dispute dispute on dispute.community_id = pool.community_id
        and dispute.pool_id = pool.id and dispute.state = 'insisted'
      join store on store.community_id = dispute.community_id and store.id = dispute.store_id
      where pool.foundation_id = any (:who) and dispute.id > :after
        and dispute.raised_by <> :person and store.operator_id <> all (:own)
      order by dispute.id limit :limit`,
  },
  // A store has few disputes in its life: its list is short enough to be looked through.
  forKeepers({ kind: 'dispute', table: 'operator_dispute', waits: `waiting.state = 'raised'` }),
  forKeepers({ kind: 'tillTask', table: 'till_task', waits: 'waiting.resolved_at is null' }),
  {
    roles: STAFF,
    sql: `
      -- every community: an operator may have stores in several sets of books
      select 'transfer' as kind, transfer.community_id "communityId", transfer.id,
        null::uuid "poolId", transfer.id "nodeId"
      from store
      join stock_arrival arrival on arrival.community_id = store.community_id
        and arrival.store_id = store.id and arrival.open
      join stock_transfer transfer on transfer.community_id = arrival.from_community_id
        and transfer.id = arrival.transfer_id
      where store.operator_id = any (:who) and transfer.id > :after
        and transfer.sent_by <> :person
      order by transfer.id limit :limit`,
  },
];
