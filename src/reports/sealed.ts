/**
 * The entries of a block of the books `$1`, recorded in `($2, $3]`, in the zone `$4`. A reversal is
 * of the rule, the facts and the day of what it takes back (`acted_on`); goods and credits that it
 * moves stand on its own day (`on_day`), as in the books.
 */
export const SEALED = `sealed as (
    select entry.id, coalesce(original.rule, entry.rule) as rule,
      coalesce(original.facts, entry.facts) as facts,
      (entry.occurred_at at time zone $4)::date as on_day,
      (coalesce(original.occurred_at, entry.occurred_at) at time zone $4)::date as acted_on,
      case when original.id is null then 1 else -1 end as times
    from ledger_entry entry
    left join ledger_entry original
      on original.community_id = $1 and original.id = entry.reversal_of
    where entry.community_id = $1
      and entry.recorded_at > $2::timestamptz and entry.recorded_at <= $3::timestamptz
  )`;
