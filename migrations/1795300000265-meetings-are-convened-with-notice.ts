import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A meeting is convened for a moment to come, and held once its convener closes it. What was
 * announced before a change stays to be read with the reason, so that nobody was told otherwise.
 */
export class MeetingsAreConvenedWithNotice1795300000265 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meeting (
        community_id uuid not null,
        id uuid not null,
        kind text not null check (kind in ('assembly', 'council_meeting', 'forum', 'hearing',
          'liaison', 'open_space', 'pitch_fair')),
        place_id uuid not null,
        council_id uuid,
        motion_id uuid,
        title text not null,
        agenda text,
        venue text not null,
        link text,
        starts_at timestamptz not null,
        duration_minutes integer not null check (duration_minutes between 15 and 480),
        convened_by uuid,
        convened_at timestamptz not null,
        cancelled_by uuid,
        cancelled_at timestamptz,
        cancel_reason text,
        closed_by uuid,
        closed_at timestamptz,
        constraint meeting_pkey primary key (community_id, id),
        constraint meeting_of_council
          check ((kind = 'council_meeting') = (council_id is not null)),
        constraint meeting_of_motion check (motion_id is null or kind = 'hearing'),
        constraint meeting_cancelled check ((cancelled_at is null) = (cancel_reason is null)),
        constraint meeting_one_end check (cancelled_at is null or closed_at is null),
        constraint meeting_place foreign key (place_id) references place (id),
        constraint meeting_council
          foreign key (community_id, council_id) references council (community_id, id),
        constraint meeting_motion
          foreign key (community_id, motion_id) references motion (community_id, id),
        constraint meeting_convened_by foreign key (convened_by) references person (id),
        constraint meeting_cancelled_by foreign key (cancelled_by) references person (id),
        constraint meeting_closed_by foreign key (closed_by) references person (id)
      )`);
    await runner.query('create index meeting_by_start on meeting (community_id, starts_at, id)');
    await runner.query(`
      create index meeting_in_place on meeting (community_id, place_id, starts_at, id)`);
    await runner.query(`
      create index meeting_by_council on meeting (community_id, council_id, starts_at, id)
        where council_id is not null`);
    await runner.query(`
      create index meeting_by_motion on meeting (community_id, motion_id, starts_at, id)
        where motion_id is not null`);
    await runner.query(`
      create table meeting_change (
        community_id uuid not null,
        id uuid not null,
        meeting_id uuid not null,
        agenda text,
        venue text not null,
        link text,
        starts_at timestamptz not null,
        duration_minutes integer not null,
        reason text not null,
        changed_by uuid,
        changed_at timestamptz not null,
        constraint meeting_change_pkey primary key (community_id, id),
        constraint meeting_change_meeting
          foreign key (community_id, meeting_id) references meeting (community_id, id),
        constraint meeting_change_by foreign key (changed_by) references person (id)
      )`);
    await runner.query(`
      create index meeting_change_of_meeting on meeting_change (community_id, meeting_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table meeting_change, meeting');
  }
}
