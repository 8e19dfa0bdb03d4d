import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A council's members for a coming term are elected, ward by ward: a ward is the whole place of the
 * council, a courtyard or grid of it, or a group, whose council chooses among its own. What the
 * election goes by (what share must take part, what share a winner needs, who nominates) is frozen
 * in its row. The votes are cast in ballots like any other: here is only kept which candidate a
 * choice of a ballot is. What a candidate came to follows from the counted ballots, and is kept so
 * that lists can be read.
 */
export class ResidentsElectTheirCouncils1795300000263 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table election (
        community_id uuid not null,
        id uuid not null,
        council_id uuid not null,
        state text not null check (state in ('called', 'concluded', 'called_off')),
        term_from date not null,
        vote_by text not null check (vote_by in ('household', 'resident')),
        nominations_until timestamptz not null,
        turnout_num smallint not null,
        turnout_den smallint not null check (turnout_den between 1 and 100),
        turnout_strict boolean not null,
        wins_num smallint not null,
        wins_den smallint not null check (wins_den between 1 and 100),
        wins_strict boolean not null,
        again_num smallint not null,
        again_den smallint not null check (again_den between 1 and 100),
        again_strict boolean not null,
        recall_num smallint not null,
        recall_den smallint not null check (recall_den between 1 and 100),
        recall_strict boolean not null,
        more_candidates boolean not null,
        self_nomination boolean not null,
        supporters integer not null check (supporters between 0 and 100),
        organisations text[] not null,
        called_by uuid,
        called_at timestamptz not null,
        term_id uuid,
        ended_by uuid,
        ended_at timestamptz,
        call_off_reason text,
        constraint election_pkey primary key (community_id, id),
        constraint election_ended check ((state = 'called') = (ended_at is null)),
        constraint election_seats_a_term check ((state = 'concluded') = (term_id is not null)),
        constraint election_called_off
          check ((state = 'called_off') = (call_off_reason is not null)),
        constraint election_council
          foreign key (community_id, council_id) references council (community_id, id),
        constraint election_term
          foreign key (community_id, term_id) references council_term (community_id, id),
        constraint election_called_by foreign key (called_by) references person (id),
        constraint election_ended_by foreign key (ended_by) references person (id)
      )`);
    await runner.query(
      'create index election_of_council on election (community_id, council_id, id)',
    );
    await runner.query(`
      create unique index election_under_way on election (community_id, council_id)
        where ended_at is null`);
    await runner.query(`
      create unique index election_of_term on election (community_id, term_id)
        where term_id is not null`);
    await this.wards(runner);
    await this.candidates(runner);
    await this.ballots(runner);
  }

  private async wards(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table election_ward (
        community_id uuid not null,
        id uuid not null,
        election_id uuid not null,
        number integer not null check (number > 0),
        place_id uuid,
        group_id uuid,
        seats integer not null check (seats between 1 and 30),
        state text not null check (state in
          ('nominating', 'voting', 'tied', 'no_quorum', 'short', 'filled')),
        seats_from integer,
        seats_until integer,
        constraint election_ward_pkey primary key (community_id, id),
        constraint election_ward_number unique (community_id, election_id, number),
        constraint election_ward_whose check (num_nonnulls(place_id, group_id) <= 1),
        constraint election_ward_seated check (num_nulls(seats_from, seats_until) in (0, 2)),
        constraint election_ward_election
          foreign key (community_id, election_id) references election (community_id, id),
        constraint election_ward_place foreign key (place_id) references place (id),
        constraint election_ward_group
          foreign key (community_id, group_id) references council (community_id, id)
      )`);
  }

  private async candidates(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table election_candidate (
        community_id uuid not null,
        id uuid not null,
        election_id uuid not null,
        ward_id uuid not null,
        resident_id uuid not null,
        nominated_as text not null check (nominated_as in ('self', 'residents', 'organisation')),
        organisation_id uuid,
        statement text,
        nominated_by uuid not null,
        nominated_at timestamptz not null,
        accepted_at timestamptz,
        withdrawn_at timestamptz,
        standing text check (standing in
          ('elected', 'tied', 'substitute', 'not_elected', 'passed_over')),
        votes integer,
        rank integer,
        constraint election_candidate_pkey primary key (community_id, id),
        constraint election_candidate_organised
          check ((nominated_as = 'organisation') = (organisation_id is not null)),
        constraint election_candidate_voted check ((standing is null) = (votes is null)),
        constraint election_candidate_ward
          foreign key (community_id, ward_id) references election_ward (community_id, id),
        constraint election_candidate_election
          foreign key (community_id, election_id) references election (community_id, id),
        constraint election_candidate_resident
          foreign key (community_id, resident_id) references resident (community_id, id),
        constraint election_candidate_organisation
          foreign key (organisation_id) references organisation (id),
        constraint election_candidate_nominated_by
          foreign key (nominated_by) references person (id)
      )`);
    await runner.query(`
      create unique index election_candidate_once
        on election_candidate (community_id, election_id, resident_id)
        where withdrawn_at is null`);
    await runner.query(`
      create index election_candidate_of_ward on election_candidate (community_id, ward_id, id)`);
    await runner.query(`
      create table election_supporter (
        community_id uuid not null,
        candidate_id uuid not null,
        resident_id uuid not null,
        constraint election_supporter_pkey primary key (community_id, candidate_id, resident_id),
        constraint election_supporter_candidate foreign key (community_id, candidate_id)
          references election_candidate (community_id, id),
        constraint election_supporter_resident
          foreign key (community_id, resident_id) references resident (community_id, id)
      )`);
  }

  private async ballots(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table election_ballot (
        community_id uuid not null,
        ballot_id uuid not null,
        ward_id uuid not null,
        round integer not null check (round > 0),
        kind text not null check (kind in ('first', 'again', 'run_off')),
        seats integer not null check (seats > 0),
        counted_at timestamptz,
        constraint election_ballot_pkey primary key (community_id, ballot_id),
        constraint election_ballot_round unique (community_id, ward_id, round),
        constraint election_ballot_ballot
          foreign key (community_id, ballot_id) references ballot (community_id, id),
        constraint election_ballot_ward
          foreign key (community_id, ward_id) references election_ward (community_id, id)
      )`);
    await runner.query(`
      create table election_choice (
        community_id uuid not null,
        ballot_id uuid not null,
        choice smallint not null check (choice >= 0),
        candidate_id uuid not null,
        constraint election_choice_pkey primary key (community_id, ballot_id, choice),
        constraint election_choice_once unique (community_id, ballot_id, candidate_id),
        constraint election_choice_ballot foreign key (community_id, ballot_id)
          references election_ballot (community_id, ballot_id),
        constraint election_choice_candidate foreign key (community_id, candidate_id)
          references election_candidate (community_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table election_choice, election_ballot, election_supporter, election_candidate,
        election_ward, election`);
  }
}
