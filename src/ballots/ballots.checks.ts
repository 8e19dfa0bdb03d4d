import type { Check } from '../ledger/verify';

/** What rolls, boxes and counts must agree on, as `verify` checks it. */
export const BALLOT_CHECKS: readonly Check[] = [
  {
    name: 'ballot-roll',
    says: 'Whoever took a voting token stands on the roll, and took one.',
    sql: `select page.community_id, page.ballot_id, taken.unit_id, count(*) as times
      from ballot_roll_page page cross join lateral unnest(page.units) taken (unit_id)
      group by page.community_id, page.ballot_id, taken.unit_id
      having count(*) > 1 or not exists (select 1 from ballot_elector elector
        where elector.community_id = page.community_id and elector.ballot_id = page.ballot_id
          and elector.unit_id = taken.unit_id)`,
  },
  {
    name: 'ballot-base',
    says: 'A ballot is for as many as stand on its roll, without those aside, and vacant seats.',
    sql: `select ballot.community_id, ballot.id, ballot.base, ballot.vacant, rolled.units,
        gone.units as recused
      from ballot
      cross join lateral (select count(distinct elector.unit_id) units from ballot_elector elector
        where elector.community_id = ballot.community_id and elector.ballot_id = ballot.id) rolled
      cross join lateral (select count(*) units from ballot_recusal recusal
        where recusal.community_id = ballot.community_id and recusal.ballot_id = ballot.id) gone
      where ballot.base <> rolled.units - gone.units + ballot.vacant`,
  },
  {
    name: 'ballot-boxes',
    says: 'No token lies in the boxes twice, and not more of them than were taken.',
    sql: `select ballot.community_id, ballot.id, cast_votes.votes, rolled.taken
      from ballot
      cross join lateral (select count(*) votes, count(distinct vote.token) tokens
        from ballot_box box cross join lateral unnest(box.tokens) vote (token)
        where box.community_id = ballot.community_id and box.ballot_id = ballot.id) cast_votes
      cross join lateral (select coalesce(sum(cardinality(page.units)), 0) taken
        from ballot_roll_page page
        where page.community_id = ballot.community_id and page.ballot_id = ballot.id) rolled
      where cast_votes.votes <> cast_votes.tokens or cast_votes.votes > rolled.taken`,
  },
  {
    name: 'ballot-count',
    says: 'A closed ballot has for each choice what lies in its boxes, on paper, and by name.',
    sql: `select ballot.community_id, ballot.id, choice.n, choice.votes
      from ballot cross join lateral unnest(ballot.votes, ballot.paper_votes)
        with ordinality choice (votes, papers, n)
      where choice.votes <> choice.papers + (select count(*) from ballot_box box
        cross join lateral unnest(box.marks) vote (marks)
        where box.community_id = ballot.community_id and box.ballot_id = ballot.id
          and vote.marks & (1 << (choice.n - 1)::integer) <> 0)
        + (select count(*) from roll_call_vote vote
        where vote.community_id = ballot.community_id and vote.ballot_id = ballot.id
          and vote.marks & (1 << (choice.n - 1)::integer) <> 0)`,
  },
  {
    name: 'ballot-marks-count',
    says: 'A vote marks one choice, or where several may be marked no more than that, and no other.',
    sql: `select vote.* from (
        select box.community_id, box.ballot_id, given.marks
        from ballot_box box cross join lateral unnest(box.marks) given (marks)
        union all select community_id, ballot_id, marks from roll_call_vote
      ) vote join ballot on ballot.community_id = vote.community_id and ballot.id = vote.ballot_id
      where vote.marks >= 1::bigint << cardinality(ballot.choices)
        or bit_count(vote.marks::bit(32)) > coalesce(ballot.most_marks, 1)
        or (ballot.most_marks is null and vote.marks = 0)`,
  },
  {
    name: 'ballot-took-part',
    says: 'As many took part as votes lie in the boxes, on paper, and by name.',
    sql: `select ballot.community_id, ballot.id, ballot.took_part, counted.votes
      from ballot cross join lateral (select
          (select coalesce(sum(cardinality(box.tokens)), 0) from ballot_box box
            where box.community_id = ballot.community_id and box.ballot_id = ballot.id)
          + (select coalesce(sum(box.papers), 0) from ballot_paper_box box
            where box.community_id = ballot.community_id and box.ballot_id = ballot.id
              and box.state = 'witnessed')
          + (select count(*) from roll_call_vote vote where
            vote.community_id = ballot.community_id and vote.ballot_id = ballot.id) votes) counted
      where ballot.took_part <> counted.votes`,
  },
  {
    name: 'ballot-order',
    says: 'Pages and boxes stand in the order of their own bytes, which is none of time.',
    sql: `select community_id, ballot_id, page as place from ballot_roll_page
      where units is distinct from coalesce(
        (select array_agg(each order by each) from unnest(units) each), '{}')
      union all
      select community_id, ballot_id, box from ballot_box
      where tokens is distinct from coalesce(
        (select array_agg(each order by each) from unnest(tokens) each), '{}')`,
  },
];
