import type { Check } from '../ledger/verify';
import { OWED_BY } from './operator-month.reader';

/** The account on which a month of a store is owed, of which a statement states a stretch. */
const OWED = `ledger_account owed on owed.community_id = stated.community_id
  and owed.holder_id = stated.pool_id and owed.kind = 'operatorOwed'
  and owed.about = stated.store_id || '/' || stated.month`;

/** What `verify` checks of operators' statements and their disputes. */
export const OPERATOR_CHECKS: readonly Check[] = [
  {
    name: 'operator-statements',
    says: 'Each statement comes to what its lines do, and to what the books say of its stretch.',
    sql: `select stated.community_id, stated.id, stated.total, lines.minor as of_lines,
        booked.minor as booked
      from operator_statement stated
      left join (
        select community_id, statement_id, sum((pieces - voided) * unit_cost) as minor
        from operator_statement_line group by community_id, statement_id
      ) lines on lines.community_id = stated.community_id and lines.statement_id = stated.id
      left join (
        select stated.community_id, stated.id, -sum(leg.amount) as minor
        from operator_statement stated
        join ${OWED}
        join ledger_leg leg on leg.community_id = owed.community_id and leg.account_id = owed.id
          and leg.seq between stated.from_seq and stated.through_seq
        join ledger_entry entry on entry.community_id = leg.community_id
          and entry.id = leg.entry_id
        where entry.rule in ${OWED_BY}
        group by stated.community_id, stated.id
      ) booked on booked.community_id = stated.community_id and booked.id = stated.id
      where stated.total is distinct from lines.minor
        or stated.total is distinct from booked.minor`,
  },
  {
    name: 'operator-stretches',
    says: "A month's statements cover its account one after the other, with nothing between them.",
    sql: `select community_id, id, part, from_seq from (
        select *, coalesce(lag(through_seq) over month, 0) + 1 as follows,
          row_number() over month as place
        from operator_statement
        window month as (partition by community_id, store_id, month order by part)
      ) stated
      where from_seq <> follows or part <> place`,
  },
  {
    name: 'operator-numbers',
    says: "The operators' statements of a set of books are numbered without a gap.",
    sql: `select stated.community_id, count(*) as statements, max(stated.number) as last,
        series.last_number
      from operator_statement stated
      left join operator_statement_series series on series.community_id = stated.community_id
      group by stated.community_id, series.last_number
      having count(*) <> max(stated.number) or max(stated.number) is distinct from series.last_number`,
  },
  {
    name: 'operator-disputes',
    says: 'What stands in dispute in the books is what disputes that are not over are about.',
    sql: `select coalesce(held.community_id, dispute.community_id) as community_id,
        coalesce(held.pool_id, dispute.pool_id) as pool_id,
        coalesce(held.about, dispute.about) as about, held.minor as booked, dispute.minor
      from (
        select community_id, holder_id as pool_id, about, credits - debits as minor
        from ledger_account where kind = 'operatorOwed' and about like '%/disputed'
      ) held
      full join (
        select dispute.community_id, dispute.pool_id,
          dispute.store_id || '/' || stated.month || '/disputed' as about,
          coalesce(sum(dispute.amount) filter (where dispute.state in ('raised', 'insisted')), 0)
            as minor
        from operator_dispute dispute
        join operator_statement stated on stated.community_id = dispute.community_id
          and stated.id = dispute.statement_id
        group by 1, 2, 3
      ) dispute on dispute.community_id = held.community_id and dispute.pool_id = held.pool_id
        and dispute.about = held.about
      where coalesce(held.minor, 0) <> coalesce(dispute.minor, 0)`,
  },
  {
    name: 'operator-lines-disputed',
    says: 'No more of a line is disputed than it comes to.',
    sql: `select dispute.community_id, dispute.id, dispute.amount from operator_dispute dispute
      left join operator_statement_line line on line.community_id = dispute.community_id
        and line.statement_id = dispute.statement_id and line.line = dispute.line
      where dispute.amount > (line.pieces - line.voided) * line.unit_cost
        or dispute.pieces * line.unit_cost <> dispute.amount or line.line is null`,
  },
  {
    name: 'operator-paid',
    says: 'No more was paid for a month than was checked of it and neither disputed nor taken back.',
    sql: `select paid.community_id, paid.store_id, paid.month, paid.minor as paid,
        coalesce(checked.minor, 0) as checked
      from (
        select entry.community_id, (entry.facts ->> 'storeId')::uuid as store_id,
          entry.facts ->> 'month' as month,
          sum((entry.facts -> 'amount' ->> 'minor')::bigint) as minor
        from ledger_entry entry where entry.rule = 'operatorSettled' group by 1, 2, 3
      ) paid
      left join (
        select stated.community_id, stated.store_id, stated.month,
          sum(stated.total - coalesce(cut.minor, 0)) as minor
        from operator_statement stated
        left join (
          select community_id, statement_id, sum(amount) as minor
          from operator_dispute where state <> 'kept' group by community_id, statement_id
        ) cut on cut.community_id = stated.community_id and cut.statement_id = stated.id
        where stated.checked_at is not null
        group by stated.community_id, stated.store_id, stated.month
      ) checked on checked.community_id = paid.community_id
        and checked.store_id = paid.store_id and checked.month = paid.month
      where paid.minor > coalesce(checked.minor, 0)`,
  },
  {
    name: 'premises-apart',
    says: "A store's premises agreements do not overlap.",
    sql: `select one.community_id, one.id, other.id as other_id
      from premises_agreement one
      join premises_agreement other on other.community_id = one.community_id
        and other.store_id = one.store_id and other.id > one.id
      where daterange(one.valid_from, coalesce(one.ended_on, one.valid_until))
        && daterange(other.valid_from, coalesce(other.ended_on, other.valid_until))`,
  },
];
