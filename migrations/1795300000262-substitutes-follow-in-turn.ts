import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An election leaves substitutes, whom enough trusted but who found no seat. When one of the seats
 * that they stood for falls vacant, they follow in turn, so that nobody picks a member whom the
 * electors put behind another. A council keeps the list, because it fills the seat.
 */
export class SubstitutesFollowInTurn1795300000262 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table council_substitute (
        community_id uuid not null,
        term_id uuid not null,
        seats_from integer not null check (seats_from > 0),
        turn integer not null check (turn > 0),
        seats_until integer not null,
        resident_id uuid not null,
        declined_at timestamptz,
        constraint council_substitute_pkey
          primary key (community_id, term_id, seats_from, turn),
        constraint council_substitute_once unique (community_id, term_id, resident_id),
        constraint council_substitute_seats check (seats_until > seats_from),
        constraint council_substitute_term
          foreign key (community_id, term_id) references council_term (community_id, id),
        constraint council_substitute_resident
          foreign key (community_id, resident_id) references resident (community_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table council_substitute');
  }
}
