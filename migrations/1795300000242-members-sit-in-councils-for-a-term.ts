import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A council is seated as a whole for a term of days, and each seat is held by one resident at a
 * time: whoever leaves it early is followed by a substitute on the same number. The indexes see to
 * it that of two who fill a seat at once one finds it taken. Whether a member is a cadre or has
 * moved away is kept nowhere: it is asked for on the day.
 */
export class MembersSitInCouncilsForATerm1795300000242 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table council_term (
        community_id uuid not null,
        id uuid not null,
        council_id uuid not null,
        valid_from date not null,
        valid_until date not null check (valid_until > valid_from),
        seats integer not null check (seats > 0),
        seated_by uuid,
        seated_at timestamptz not null,
        constraint council_term_pkey primary key (community_id, id),
        constraint council_term_council
          foreign key (community_id, council_id) references council (community_id, id),
        constraint council_term_seated_by foreign key (seated_by) references person (id)
      )`);
    await runner.query(`
      create index council_term_of_council
        on council_term (community_id, council_id, valid_from)`);
    await runner.query(`
      create table council_seat (
        community_id uuid not null,
        id uuid not null,
        council_id uuid not null,
        term_id uuid not null,
        number integer not null check (number > 0),
        resident_id uuid not null,
        group_id uuid,
        valid_from date not null,
        valid_until date not null check (valid_until >= valid_from),
        ended_because text check (ended_because in
          ('moved_away', 'resigned', 'recalled', 'died', 'dissolved')),
        ended_by uuid,
        ended_at timestamptz,
        constraint council_seat_pkey primary key (community_id, id),
        constraint council_seat_ended check (
          (ended_because is null) = (ended_at is null)
          and (ended_by is null or ended_at is not null)),
        constraint council_seat_council
          foreign key (community_id, council_id) references council (community_id, id),
        constraint council_seat_term
          foreign key (community_id, term_id) references council_term (community_id, id),
        constraint council_seat_resident
          foreign key (community_id, resident_id) references resident (community_id, id),
        constraint council_seat_group
          foreign key (community_id, group_id) references council (community_id, id),
        constraint council_seat_ended_by foreign key (ended_by) references person (id)
      )`);
    await runner.query(
      'create index council_seat_of_council on council_seat (community_id, council_id, id)',
    );
    await runner.query(
      'create index council_seat_of_resident on council_seat (community_id, resident_id, id)',
    );
    await runner.query(`
      create unique index council_seat_one_holder on council_seat (community_id, term_id, number)
        where ended_because is null`);
    await runner.query(`
      create unique index council_seat_one_seat
        on council_seat (community_id, term_id, resident_id)
        where ended_because is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table council_seat, council_term');
  }
}
