import type { Check } from '../ledger/verify';

/** What councils, their terms and their seats must agree on, as `verify` checks it. */
export const COUNCIL_CHECKS: readonly Check[] = [
  {
    name: 'council-rule',
    says: 'A council follows a rule from the moment it was founded, and not before.',
    sql: `select council.community_id, council.id
      from council where council.founded_at is distinct from (
        select min(rule.valid_from) from council_rule rule
        where rule.community_id = council.community_id and rule.council_id = council.id)`,
  },
  {
    name: 'council-terms',
    says: 'The terms of a council do not overlap.',
    sql: `select one.community_id, one.council_id, one.id, other.id as other_id
      from council_term one join council_term other
        on other.community_id = one.community_id and other.council_id = one.council_id
        and other.id > one.id
        and other.valid_from < one.valid_until and other.valid_until > one.valid_from`,
  },
  {
    name: 'council-full',
    says: 'Each seat of a term was given at its beginning, and none beyond the full membership.',
    sql: `select term.community_id, term.id, term.seats, first.given, highest.number
      from council_term term
      cross join lateral (select count(distinct seat.number) as given from council_seat seat
        where seat.community_id = term.community_id and seat.term_id = term.id
          and seat.valid_from = term.valid_from) first
      cross join lateral (select max(seat.number) as number from council_seat seat
        where seat.community_id = term.community_id and seat.term_id = term.id) highest
      where first.given <> term.seats or highest.number <> term.seats`,
  },
  {
    name: 'council-seat-term',
    says: 'A seat is held within its term and of its council, to the end unless it was ended.',
    sql: `select seat.community_id, seat.id
      from council_seat seat join council_term term
        on term.community_id = seat.community_id and term.id = seat.term_id
      where seat.council_id <> term.council_id or seat.valid_from < term.valid_from
        or seat.valid_until > term.valid_until
        or (seat.ended_because is null and seat.valid_until <> term.valid_until)`,
  },
  {
    name: 'council-one-holder',
    says: 'On each day a seat has one holder at most, and a resident one seat in a council.',
    sql: `select one.community_id, one.id, other.id as other_id
      from council_seat one join council_seat other
        on other.community_id = one.community_id and other.council_id = one.council_id
        and other.id > one.id
        and other.valid_from < one.valid_until and other.valid_until > one.valid_from
      where (one.term_id = other.term_id and one.number = other.number)
        or one.resident_id = other.resident_id`,
  },
  {
    name: 'council-group',
    says: 'Who sits for a group sits for one that has a group council.',
    sql: `select seat.community_id, seat.id, seat.group_id
      from council_seat seat left join council chosen
        on chosen.community_id = seat.community_id and chosen.id = seat.group_id
      where seat.group_id is not null and chosen.kind is distinct from 'group_council'`,
  },
  {
    name: 'council-dissolved',
    says: 'Nobody sits in a council that was dissolved, nor will.',
    sql: `select seat.community_id, seat.id
      from council join council_seat seat
        on seat.community_id = council.community_id and seat.council_id = council.id
      where council.dissolved_at is not null
        and seat.valid_until > greatest(seat.valid_from, council.dissolved_at::date + 1)`,
  },
];
