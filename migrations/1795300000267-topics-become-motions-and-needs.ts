import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a meeting talks of: topics that people propose, in open space a group for each with its
 * notes, and the actions that were agreed on, with who does them and by when. A topic becomes a
 * motion, or is noted as a need, or is withdrawn; once.
 */
export class TopicsBecomeMotionsAndNeeds1795300000267 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meeting_topic (
        community_id uuid not null,
        id uuid not null,
        meeting_id uuid not null,
        title text not null,
        text text not null,
        on_the_day boolean not null,
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        became text check (became in ('motion', 'need', 'withdrawn')),
        motion_id uuid,
        note text,
        decided_by uuid,
        decided_at timestamptz,
        constraint meeting_topic_pkey primary key (community_id, id),
        constraint meeting_topic_became check (num_nulls(became, decided_by, decided_at) in (0, 3)),
        constraint meeting_topic_motion_known
          check ((became is not distinct from 'motion') = (motion_id is not null)),
        constraint meeting_topic_noted
          check ((became in ('need', 'withdrawn')) is true = (note is not null)),
        constraint meeting_topic_meeting
          foreign key (community_id, meeting_id) references meeting (community_id, id),
        constraint meeting_topic_motion
          foreign key (community_id, motion_id) references motion (community_id, id),
        constraint meeting_topic_proposed_by foreign key (proposed_by) references person (id),
        constraint meeting_topic_decided_by foreign key (decided_by) references person (id)
      )`);
    await runner.query(`
      create index meeting_topic_of_meeting on meeting_topic (community_id, meeting_id, id)`);
    await runner.query(`
      create table meeting_group (
        community_id uuid not null,
        id uuid not null,
        meeting_id uuid not null,
        topic_id uuid not null,
        spot text not null,
        opened_by uuid not null,
        opened_at timestamptz not null,
        people integer check (people > 0),
        notes text,
        noted_by uuid,
        noted_at timestamptz,
        constraint meeting_group_pkey primary key (community_id, id),
        constraint meeting_group_noted
          check (num_nulls(people, notes, noted_by, noted_at) in (0, 4)),
        constraint meeting_group_meeting
          foreign key (community_id, meeting_id) references meeting (community_id, id),
        constraint meeting_group_topic
          foreign key (community_id, topic_id) references meeting_topic (community_id, id),
        constraint meeting_group_opened_by foreign key (opened_by) references person (id),
        constraint meeting_group_noted_by foreign key (noted_by) references person (id)
      )`);
    await runner.query(`
      create unique index meeting_group_one_topic on meeting_group (community_id, topic_id)`);
    await runner.query(`
      create index meeting_group_of_meeting on meeting_group (community_id, meeting_id, id)`);
    await runner.query(`
      create table meeting_action (
        community_id uuid not null,
        id uuid not null,
        meeting_id uuid not null,
        group_id uuid,
        text text not null,
        organisation_id uuid,
        resident_id uuid,
        due_on date not null,
        agreed_by uuid not null,
        agreed_at timestamptz not null,
        done_by uuid,
        done_at timestamptz,
        done_note text,
        constraint meeting_action_pkey primary key (community_id, id),
        constraint meeting_action_who check (num_nonnulls(organisation_id, resident_id) = 1),
        constraint meeting_action_done check (num_nulls(done_by, done_at, done_note) in (0, 3)),
        constraint meeting_action_meeting
          foreign key (community_id, meeting_id) references meeting (community_id, id),
        constraint meeting_action_group
          foreign key (community_id, group_id) references meeting_group (community_id, id),
        constraint meeting_action_organisation
          foreign key (organisation_id) references organisation (id),
        constraint meeting_action_resident
          foreign key (community_id, resident_id) references resident (community_id, id),
        constraint meeting_action_agreed_by foreign key (agreed_by) references person (id),
        constraint meeting_action_done_by foreign key (done_by) references person (id)
      )`);
    await runner.query(`
      create index meeting_action_of_meeting on meeting_action (community_id, meeting_id, id)`);
    await runner.query(`
      create index meeting_action_of_group on meeting_action (community_id, group_id, id)
        where group_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table meeting_action, meeting_group, meeting_topic');
  }
}
