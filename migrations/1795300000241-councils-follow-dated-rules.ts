import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Councils of the people of a community, a courtyard or a grid, and what each of them must be made
 * of and when it may decide. A version of a rule is added, never changed: what a council decided is
 * judged by what held then. Of councils that stand, no two of a community have one name, so that
 * one that is founded twice by a double click is founded once.
 */
export class CouncilsFollowDatedRules1795300000241 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table council (
        community_id uuid not null,
        id uuid not null,
        kind text not null check (kind in ('group_council', 'community_council',
          'courtyard_council', 'neighbourhood_council', 'residents_meeting')),
        name text not null,
        place_id uuid not null,
        founded_by uuid,
        founded_at timestamptz not null,
        dissolved_by uuid,
        dissolved_at timestamptz,
        dissolve_reason text,
        constraint council_pkey primary key (community_id, id),
        constraint council_dissolved check (
          (dissolved_at is null) = (dissolve_reason is null)
          and (dissolved_by is null or dissolved_at is not null)),
        constraint council_place foreign key (place_id) references place (id),
        constraint council_founded_by foreign key (founded_by) references person (id),
        constraint council_dissolved_by foreign key (dissolved_by) references person (id)
      )`);
    await runner.query('create index council_in_place on council (community_id, place_id, id)');
    await runner.query(`
      create unique index council_name_key on council (community_id, name)
        where dissolved_at is null`);
    await runner.query(`
      create table council_rule (
        community_id uuid not null,
        id uuid not null,
        council_id uuid not null,
        valid_from timestamptz not null,
        min_seats integer not null check (min_seats > 0),
        seats_per_group integer not null check (seats_per_group >= 0),
        cadre_percent integer not null check (cadre_percent between 0 and 100),
        term_years integer not null check (term_years > 0),
        quorum_parts integer not null check (quorum_parts > 0),
        quorum_of integer not null check (quorum_of >= quorum_parts),
        pass_parts integer not null check (pass_parts > 0),
        pass_of integer not null check (pass_of > pass_parts),
        co_signers integer not null check (co_signers > 0),
        set_by uuid,
        set_at timestamptz not null,
        constraint council_rule_pkey primary key (community_id, id),
        constraint council_rule_council
          foreign key (community_id, council_id) references council (community_id, id),
        constraint council_rule_set_by foreign key (set_by) references person (id)
      )`);
    await runner.query(`
      create index council_rule_in_force
        on council_rule (community_id, council_id, valid_from, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table council_rule, council');
  }
}
