import type { EntityManager } from 'typeorm';
import type { Batch } from '../api/context';
import { SEQ_PART, type KeysetList } from '../api/keyset-list';
import { read } from '../kernel/read';
import {
  EXCHANGE,
  NEWEST,
  toExchange,
  type EntryRow,
  type ListedExchange,
} from './exchange.reader';

/** What a shift did, added up. */
export interface ShiftSums {
  readonly id: string;
  readonly exchanges: number;
  readonly voids: number;
  /** Whole credits, less what voids gave back. */
  readonly credits: string;
  /** Pieces by the id of their class, under `''` those of none. */
  readonly pieces: Readonly<Record<string, number>>;
}

/** The legs of a shift: of its account between its ends, as far as its clerk recorded them. */
const LEGS = `ledger_leg leg on leg.community_id = $1 and leg.account_id = shift.account_id
    and leg.seq > shift.from_seq
  join ledger_entry entry on entry.community_id = $1 and entry.id = leg.entry_id
    and entry.actor_id = shift.clerk_id`;

const SUMS = `
  with did as (
    select shift.id, leg.seq, -leg.amount as credits,
      case when entry.reversal_of is null then 1 else -1 end as sign,
      coalesce(original.facts, entry.facts) as facts
    from shift
    join ${LEGS}
    left join ledger_entry original
      on original.community_id = $1 and original.id = entry.reversal_of
    where shift.community_id = $1 and shift.id = any ($2)
      and leg.seq <= coalesce(shift.until_seq, $3::bigint)
      and coalesce(original.rule, entry.rule) = 'goodsExchanged'
  ), taken as (
    select did.id, coalesce(product.allowance_class_id::text, '') as class,
      sum(did.sign * (line -> 'quantity' ->> 'minor')::bigint)::integer as pieces
    from did
    cross join lateral jsonb_array_elements(did.facts -> 'lines') line
    left join product on product.community_id = $1
      and product.id = (line ->> 'productId')::uuid
    group by 1, 2
  )
  select asked.id, coalesce(summed.exchanges, 0) as exchanges, coalesce(summed.voids, 0) as voids,
    coalesce(summed.credits, 0) as credits, coalesce((
      select jsonb_object_agg(taken.class, taken.pieces) from taken
      where taken.id = asked.id and taken.pieces <> 0), '{}') as pieces
  from unnest($2::uuid[]) as asked (id)
  left join (
    select id, count(*) filter (where sign = 1)::integer as exchanges,
      count(*) filter (where sign = -1)::integer as voids, sum(credits)::bigint as credits
    from did group by id
  ) summed on summed.id = asked.id`;

/** What shifts did, from the books, up to a leg of their account where they are not over. */
export async function sumsUntil(
  db: EntityManager,
  communityId: string,
  shiftIds: readonly string[],
  seq: string,
): Promise<ShiftSums[]> {
  return await read<ShiftSums>(db, SUMS, [communityId, shiftIds, seq]);
}

/** What shifts that are not over did until now; for one that is, ask what it keeps. */
export const shiftSumsNow: Batch<ShiftSums> = {
  read: (db, communityId, shiftIds) => sumsUntil(db, communityId, shiftIds, NEWEST),
  keyOf: ({ id }) => id,
};

/** The exchanges that were recorded in shifts, newest first. */
export const exchangesInShift: KeysetList<ListedExchange> = {
  parts: [SEQ_PART],
  keyOf: ({ seq }) => [seq],
  read: async (db, communityId, shiftIds, { after, limit }) => {
    const listed = await read<EntryRow & { ownerId: string; seq: string }>(
      db,
      `select listed.* from shift
       cross join lateral (
         select shift.id "ownerId", leg.seq, entry.* from ledger_leg leg
         cross join lateral (
           select ${EXCHANGE} from ledger_entry entry
           where entry.community_id = $1 and entry.id = leg.entry_id
             and entry.actor_id = shift.clerk_id and entry.rule = 'goodsExchanged' limit 1
         ) entry
         where leg.community_id = $1 and leg.account_id = shift.account_id
           and leg.seq > shift.from_seq and leg.seq <= coalesce(shift.until_seq, $5::bigint)
           and leg.seq < $3::bigint
         order by leg.seq desc limit $4
       ) listed
       where shift.community_id = $1 and shift.id = any ($2)
       order by shift.id, listed.seq desc`,
      [communityId, shiftIds, after?.[0] ?? NEWEST, limit, NEWEST],
    );
    return listed.map((row) => ({ ...toExchange(row), ownerId: row.ownerId, seq: row.seq }));
  },
};
