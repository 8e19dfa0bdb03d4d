import type { Check } from '../ledger/verify';

/** What papers, names and those who stand aside must agree on with the roll, for `verify`. */
export const ROLL_CHECKS: readonly Check[] = [
  {
    name: 'ballot-one-way',
    says: 'Whoever votes once votes in one way: by token, on paper, by name, or not at all.',
    sql: `select community_id, ballot_id, unit_id, string_agg(way, ', ' order by way) as ways
      from (
        select page.community_id, page.ballot_id, taken.unit_id, 'token' as way
        from ballot_roll_page page cross join lateral unnest(page.units) taken (unit_id)
        union all select community_id, ballot_id, unit_id, 'paper' from ballot_paper_mark
        union all select community_id, ballot_id, unit_id, 'name' from roll_call_vote
        union all select community_id, ballot_id, unit_id, 'recused' from ballot_recusal
      ) gone group by community_id, ballot_id, unit_id having count(*) > 1`,
  },
  {
    name: 'ballot-marks',
    says: 'Whoever took a paper, voted by name or stands aside is on the roll.',
    sql: `select marked.* from (
        select community_id, ballot_id, unit_id, 'paper' as mark from ballot_paper_mark
        union all select community_id, ballot_id, unit_id, 'name' from roll_call_vote
        union all select community_id, ballot_id, unit_id, 'recused' from ballot_recusal
      ) marked where not exists (select 1 from ballot_elector elector
        where elector.community_id = marked.community_id and elector.ballot_id = marked.ballot_id
          and elector.unit_id = marked.unit_id)`,
  },
  {
    name: 'ballot-kind',
    says: 'Names stand beside votes in roll calls alone, and only ballots that decide are recused from.',
    sql: `select ballot.community_id, ballot.id, ballot.kind from ballot
      where ballot.kind = 'secret' and exists (select 1 from roll_call_vote vote
          where vote.community_id = ballot.community_id and vote.ballot_id = ballot.id)
        or ballot.kind = 'roll_call' and exists (select 1 from ballot_paper_box box
          where box.community_id = ballot.community_id and box.ballot_id = ballot.id)
        or ballot.favoured is null and exists (select 1 from ballot_recusal recusal
          where recusal.community_id = ballot.community_id and recusal.ballot_id = ballot.id)`,
  },
  {
    name: 'ballot-paper-box',
    says: 'A box has as many papers as were counted, a count for each choice, and its marks.',
    sql: `select box.community_id, box.id, box.papers, box.marked
      from ballot_paper_box box
      join ballot on ballot.community_id = box.community_id and ballot.id = box.ballot_id
      cross join lateral (select sum(each) marks, max(each) most from unnest(box.counts) each) told
      where case when ballot.most_marks is null then box.papers <> told.marks
          else box.papers < told.most or box.papers * ballot.most_marks < told.marks end
        or cardinality(box.counts) <> cardinality(ballot.choices)
        or case box.state when 'rejected' then 0 else box.marked end
          <> (select count(*) from ballot_paper_mark mark
            where mark.community_id = box.community_id and mark.paper_box_id = box.id
              and mark.ballot_id = box.ballot_id)`,
  },
  {
    name: 'ballot-paper-votes',
    says: 'A closed ballot has on paper what its witnessed boxes hold, and no box waits.',
    sql: `select ballot.community_id, ballot.id, choice.n, choice.papers
      from ballot cross join lateral unnest(ballot.paper_votes)
        with ordinality choice (papers, n)
      where choice.papers <> (select coalesce(sum(box.counts[choice.n::integer]), 0)
          from ballot_paper_box box where box.community_id = ballot.community_id
            and box.ballot_id = ballot.id and box.state = 'witnessed')
        or exists (select 1 from ballot_paper_box box
          where box.community_id = ballot.community_id and box.ballot_id = ballot.id
            and box.state = 'waiting')`,
  },
];
