import type { Check } from '../ledger/verify';

/** What elections, their ballots and the seats they gave must agree on, for `verify`. */
export const ELECTION_CHECKS: readonly Check[] = [
  {
    name: 'election-choices',
    says: 'Each choice of a ballot of an election is a candidate of its ward, who had accepted.',
    sql: `select held.community_id, held.ballot_id, ballot.choices
      from election_ballot held
      join ballot on ballot.community_id = held.community_id and ballot.id = held.ballot_id
      where cardinality(ballot.choices) <> (select count(*) from election_choice choice
        join election_candidate stands on stands.community_id = choice.community_id
          and stands.id = choice.candidate_id and stands.ward_id = held.ward_id
          and stands.accepted_at <= ballot.opened_at
        where choice.community_id = held.community_id and choice.ballot_id = held.ballot_id
          and choice.choice < cardinality(ballot.choices))
        or ballot.most_marks <> least(held.seats, cardinality(ballot.choices))`,
  },
  {
    name: 'election-run-off',
    says: 'A run-off is voted on by those who stood on the roll of the ballot before it.',
    sql: `select held.community_id, held.ballot_id, before.ballot_id as before_id
      from election_ballot held
      left join election_ballot before on before.community_id = held.community_id
        and before.ward_id = held.ward_id and before.round = held.round - 1
      where held.kind = 'run_off' and (
        (select array_agg(elector.resident_id || ' ' || elector.unit_id order by elector.resident_id)
          from ballot_elector elector where elector.community_id = held.community_id
            and elector.ballot_id = held.ballot_id)
        is distinct from
        (select array_agg(elector.resident_id || ' ' || elector.unit_id order by elector.resident_id)
          from ballot_elector elector where elector.community_id = before.community_id
            and elector.ballot_id = before.ballot_id))`,
  },
  {
    name: 'election-votes',
    says: 'A candidate has the votes of the last counted ballot that they were on, and a standing.',
    sql: `select stands.community_id, stands.id, stands.votes, counted.votes as cast
      from election_candidate stands
      left join lateral (select ballot.votes[choice.choice + 1] votes
        from election_choice choice
        join election_ballot held on held.community_id = choice.community_id
          and held.ballot_id = choice.ballot_id and held.counted_at is not null
        join ballot on ballot.community_id = choice.community_id and ballot.id = choice.ballot_id
        where choice.community_id = stands.community_id and choice.candidate_id = stands.id
        order by held.round desc limit 1) counted on true
      where stands.votes is distinct from counted.votes`,
  },
  {
    name: 'election-elected',
    says: 'No ward elects more than it has seats, and a filled one as many.',
    sql: `select ward.community_id, ward.id, ward.seats, won.candidates
      from election_ward ward
      join election on election.community_id = ward.community_id
        and election.id = ward.election_id and election.state = 'called'
      cross join lateral (select count(*) candidates from election_candidate stands
        where stands.community_id = ward.community_id and stands.ward_id = ward.id
          and stands.standing = 'elected') won
      where won.candidates > ward.seats
        or (ward.state = 'filled') <> (won.candidates = ward.seats)`,
  },
  {
    name: 'election-turnout',
    says: 'Seats were won in ballots alone in which enough took part.',
    sql: `select ward.community_id, ward.id, ward.state
      from election_ward ward
      join election on election.community_id = ward.community_id
        and election.id = ward.election_id
      where exists (select 1 from election_candidate stands
          where stands.community_id = ward.community_id and stands.ward_id = ward.id
            and stands.standing in ('elected', 'tied', 'substitute', 'passed_over'))
        and not exists (select 1 from election_ballot held join ballot
            on ballot.community_id = held.community_id and ballot.id = held.ballot_id
          where held.community_id = ward.community_id and held.ward_id = ward.id
            and held.counted_at is not null
            and case when election.turnout_strict
              then ballot.took_part * election.turnout_den > ballot.base * election.turnout_num
              else ballot.took_part * election.turnout_den >= ballot.base * election.turnout_num
              end)`,
  },
  {
    name: 'election-seated',
    says: 'Whoever was elected sat first on a seat of their ward, and nobody else did.',
    sql: `select ward.community_id, ward.id, first.number, first.resident_id
      from election
      join election_ward ward on ward.community_id = election.community_id
        and ward.election_id = election.id
      cross join lateral (select distinct on (seat.number) seat.number, seat.resident_id
        from council_seat seat where seat.community_id = election.community_id
          and seat.term_id = election.term_id
          and seat.number >= ward.seats_from and seat.number < ward.seats_until
        order by seat.number, seat.id) first
      where not exists (select 1 from election_candidate stands
        where stands.community_id = ward.community_id and stands.ward_id = ward.id
          and stands.resident_id = first.resident_id and stands.standing = 'elected'
          and stands.rank = first.number - ward.seats_from + 1)`,
  },
  {
    name: 'election-term',
    says: 'An election that was concluded gave all seats of a term of its council.',
    sql: `select election.community_id, election.id, term.seats
      from election
      join council_term term on term.community_id = election.community_id
        and term.id = election.term_id
      where term.council_id <> election.council_id
        or term.seats <> (select coalesce(sum(ward.seats_until - ward.seats_from), 0)
          from election_ward ward where ward.community_id = election.community_id
            and ward.election_id = election.id)`,
  },
  {
    name: 'seat-recall',
    says: 'A recall that enough signed came to what its ballot came to.',
    sql: `select recall.community_id, recall.id, recall.state, recall.needed
      from seat_recall recall
      join ballot on ballot.community_id = recall.community_id and ballot.id = recall.ballot_id
      where recall.needed > (select count(*) from seat_recall_signature signed
          where signed.community_id = recall.community_id and signed.recall_id = recall.id)
        or (recall.state in ('recalled', 'kept') and (recall.state = 'recalled') <>
          (2 * ballot.votes[ballot.favoured + 1] > ballot.took_part))
        or (recall.state in ('recalled', 'kept', 'no_quorum')
          and (recall.state = 'no_quorum') <> (case when ballot.quorum_strict
            then ballot.took_part * ballot.quorum_den <= ballot.base * ballot.quorum_num
            else ballot.took_part * ballot.quorum_den < ballot.base * ballot.quorum_num end))`,
  },
];
