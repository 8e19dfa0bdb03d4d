import type { EntityManager } from 'typeorm';
import { read } from '../kernel/read';
import type { Stretch } from './stretch';

/** Where on the other side of its account the uses of a stretch lie. */
export interface Place {
  readonly start: bigint;
  readonly end: bigint;
  /** How far that side has come; what lies beyond is not used yet. */
  readonly reached: bigint;
}

/**
 * Finds the uses of stretches: what came first is used first, once everything that givers took back
 * is left out on both sides. Legs that took back may lie between the uses; nothing else does.
 *
 * On the side that came in, what is gone before a stretch is added up: one look at each take-back
 * of the account before it, in the index alone. On the other side a place is found by one search.
 */
export async function placesOf(
  db: EntityManager,
  communityId: string,
  stretches: readonly Stretch[],
): Promise<Place[]> {
  const rows = await read<{ starts: string; ends: string; reached: string }>(db, PLACES, [
    communityId,
    stretches.map(({ accountId }) => accountId),
    stretches.map(({ start }) => start.toString()),
    stretches.map(({ end }) => end.toString()),
  ]);
  return rows.map(({ starts, ends, reached }) => ({
    start: BigInt(starts),
    end: BigInt(ends),
    reached: BigInt(reached),
  }));
}

/** The take-backs among the uses up to a place, in all. */
const takenUntil = (place: string, with_: '<' | '<=') => `coalesce((
    select taken.taken_before + taken.minor from gift_take_back taken
    where taken.community_id = $1 and taken.account_id = placed.account_id
      and taken.uses_before is not null and taken.uses_before ${with_} ${place}
    order by taken.uses_before desc, taken.taken_before desc limit 1), 0)`;

const PLACES = `
  with asked as (
    select asked.*, lag(start_at, 1, 0) over (partition by account_id order by start_at, i) as after
    from unnest($2::uuid[], $3::bigint[], $4::bigint[])
      with ordinality as asked (account_id, start_at, end_at, i)
  ), gone as (
    select asked.*, (
      select coalesce(sum(gone.minor), 0) from gift_take_back gone
      where gone.community_id = $1 and gone.account_id = asked.account_id
        and gone.gone_end > asked.after and gone.gone_end <= asked.start_at
    )::bigint as gone from asked
  ), placed as (
    select i, account_id, end_at - start_at as size, start_at - (
      sum(gone) over (partition by account_id order by start_at, i))::bigint as first_use
    from gone
  )
  select first_use + ${takenUntil('placed.first_use', '<=')} as starts,
    first_use + size + ${takenUntil('placed.first_use + placed.size', '<')} as ends,
    account.debits as reached
  from placed
  join ledger_account account on account.community_id = $1 and account.id = placed.account_id
  order by i`;
