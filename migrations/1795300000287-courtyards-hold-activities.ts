import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a courtyard's organisation announces, and what came of it: it was held, and then it says who
 * took part, or it was cancelled, and then it says why. A person's age is kept as the band of that
 * day, so that counting needs no day of birth; who they were is told to nobody but those who
 * hold it.
 */
export class CourtyardsHoldActivities1795300000287 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activity (
        community_id uuid not null,
        id uuid not null,
        place_id uuid not null,
        body_id uuid not null,
        title text not null,
        about text not null,
        venue text not null,
        starts_at timestamptz not null,
        mode text not null check (mode in ('mobilised', 'spontaneous', 'cooperative')),
        state text not null check (state in ('announced', 'held', 'cancelled')),
        participants integer check (participants > 0),
        report text,
        cancel_reason text,
        announced_by uuid,
        announced_at timestamptz not null,
        recorded_by uuid,
        recorded_at timestamptz,
        constraint activity_pkey primary key (community_id, id),
        constraint activity_held check (
          (state = 'held') = (participants is not null) and (state = 'held') = (report is not null)),
        constraint activity_cancelled check ((state = 'cancelled') = (cancel_reason is not null)),
        constraint activity_recorded check (
          (state = 'announced') = (recorded_at is null)
          and (recorded_by is null or recorded_at is not null)),
        constraint activity_place foreign key (place_id) references place (id),
        constraint activity_body
          foreign key (community_id, body_id) references courtyard_body (community_id, id),
        constraint activity_announced_by foreign key (announced_by) references person (id),
        constraint activity_recorded_by foreign key (recorded_by) references person (id)
      )`);
    await runner.query('create index activity_in_place on activity (community_id, place_id, id)');
    await runner.query(`
      create index activity_by_day on activity (community_id, place_id, starts_at)
        where state <> 'cancelled'`);
    await runner.query(`
      create table activity_participant (
        community_id uuid not null,
        activity_id uuid not null,
        resident_id uuid not null,
        band text not null,
        constraint activity_participant_pkey primary key (community_id, activity_id, resident_id),
        constraint activity_participant_activity
          foreign key (community_id, activity_id) references activity (community_id, id),
        constraint activity_participant_resident
          foreign key (community_id, resident_id) references resident (community_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table activity_participant, activity');
  }
}
