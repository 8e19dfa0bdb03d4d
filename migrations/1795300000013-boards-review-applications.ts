import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One vote per member of the board, with its reason and the client's key, for a vote that is not
 * the last posts nothing that could be recognised; and who stands aside because of an interest.
 */
export class BoardsReviewApplications1795300000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table review (
        community_id uuid not null,
        application_id uuid not null,
        person_id uuid not null,
        verdict text not null check (verdict in ('approve', 'decline')),
        reason text not null,
        reviewed_at timestamptz not null,
        key text not null,
        fingerprint bytea not null,
        constraint review_pkey primary key (community_id, application_id, person_id),
        constraint review_request_key unique (community_id, key),
        constraint review_application_fk
          foreign key (community_id, application_id) references application (community_id, id),
        constraint review_person_fk foreign key (person_id) references person (id)
      )`);
    await runner.query(`
      create table interest (
        community_id uuid not null,
        application_id uuid not null,
        person_id uuid not null,
        reason text not null,
        declared_at timestamptz not null,
        constraint interest_pkey primary key (community_id, application_id, person_id),
        constraint interest_application_fk
          foreign key (community_id, application_id) references application (community_id, id),
        constraint interest_person_fk foreign key (person_id) references person (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table interest, review');
  }
}
