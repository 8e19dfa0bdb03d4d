import type { Check } from '../ledger/verify';

/** What `verify` checks of shifts: what they keep is what the books say. */
export const SHIFT_CHECKS: readonly Check[] = [
  {
    name: 'shifts-added-up',
    says: 'A shift that is over tells what its clerk recorded between its ends, and nothing else.',
    sql: `select shift.community_id, shift.id, shift.exchanges, did.exchanges as recorded
      from shift
      cross join lateral (
        select count(*) filter (where entry.reversal_of is null) as exchanges,
          count(*) filter (where entry.reversal_of is not null) as voids,
          coalesce(sum(-leg.amount), 0) as credits,
          coalesce(sum(case when entry.reversal_of is null then line.pieces else -line.pieces end),
            0) as pieces
        from ledger_leg leg
        join ledger_entry entry
          on entry.community_id = leg.community_id and entry.id = leg.entry_id
        left join ledger_entry original
          on original.community_id = entry.community_id and original.id = entry.reversal_of
        cross join lateral (
          select sum((each -> 'quantity' ->> 'minor')::bigint) as pieces
          from jsonb_array_elements(coalesce(original.facts, entry.facts) -> 'lines') each
        ) line
        where leg.community_id = shift.community_id and leg.account_id = shift.account_id
          and leg.seq > shift.from_seq and leg.seq <= shift.until_seq
          and entry.actor_id = shift.clerk_id
          and coalesce(original.rule, entry.rule) = 'goodsExchanged'
      ) did
      where shift.closed_at is not null and (shift.exchanges <> did.exchanges
        or shift.voids <> did.voids or shift.credits <> did.credits or did.pieces <> (
          select coalesce(sum(value::bigint), 0) from jsonb_each_text(shift.pieces)))`,
  },
  {
    name: 'shifts-apart',
    says: 'Two shifts of a clerk at a store never tell of the same exchange.',
    sql: `select one.community_id, one.id, other.id as other_id
      from shift one
      join shift other on other.community_id = one.community_id and other.store_id = one.store_id
        and other.clerk_id = one.clerk_id and other.account_id = one.account_id
        and other.id > one.id
      where one.until_seq is null or other.from_seq < one.until_seq`,
  },
  {
    name: 'shifts-differ',
    says: 'A shift that is over tells whether what was counted differs from the books.',
    sql: `select shift.community_id, shift.id, shift.differs
      from shift
      where shift.closed_at is not null and shift.differs is distinct from (
        coalesce(shift.slips <> shift.exchanges, false) or exists (
          select 1 from shift_count counted where counted.community_id = shift.community_id
            and counted.shift_id = shift.id and counted.pieces <> counted.book))`,
  },
];
