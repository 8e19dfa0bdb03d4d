import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Minutes are kept version by version, and are read by everyone once another person than their
 * writer has approved them. At pitch fairs organisations present projects; a household backs a
 * project once, and how many did stands on the pitch, so that nobody has to count.
 */
export class MinutesAreApprovedByASecondPerson1795300000268 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meeting_minutes (
        community_id uuid not null,
        id uuid not null,
        meeting_id uuid not null,
        version integer not null check (version > 0),
        text text not null,
        written_by uuid not null,
        written_at timestamptz not null,
        approved_by uuid,
        approved_at timestamptz,
        constraint meeting_minutes_pkey primary key (community_id, id),
        constraint meeting_minutes_approved check ((approved_by is null) = (approved_at is null)),
        constraint meeting_minutes_second_person check (approved_by <> written_by),
        constraint meeting_minutes_meeting
          foreign key (community_id, meeting_id) references meeting (community_id, id),
        constraint meeting_minutes_written_by foreign key (written_by) references person (id),
        constraint meeting_minutes_approved_by foreign key (approved_by) references person (id)
      )`);
    await runner.query(`
      create unique index meeting_minutes_version
        on meeting_minutes (community_id, meeting_id, version)`);
    await runner.query(`
      create table meeting_pitch (
        community_id uuid not null,
        id uuid not null,
        meeting_id uuid not null,
        organisation_id uuid not null,
        title text not null,
        text text not null,
        backers integer not null check (backers >= 0),
        pitched_by uuid not null,
        pitched_at timestamptz not null,
        constraint meeting_pitch_pkey primary key (community_id, id),
        constraint meeting_pitch_meeting
          foreign key (community_id, meeting_id) references meeting (community_id, id),
        constraint meeting_pitch_organisation
          foreign key (organisation_id) references organisation (id),
        constraint meeting_pitch_pitched_by foreign key (pitched_by) references person (id)
      )`);
    await runner.query(`
      create index meeting_pitch_of_meeting on meeting_pitch (community_id, meeting_id, id)`);
    await runner.query(`
      create table meeting_pitch_backer (
        community_id uuid not null,
        pitch_id uuid not null,
        household_id uuid not null,
        resident_id uuid not null,
        constraint meeting_pitch_backer_pkey primary key (community_id, pitch_id, household_id),
        constraint meeting_pitch_backer_pitch
          foreign key (community_id, pitch_id) references meeting_pitch (community_id, id),
        constraint meeting_pitch_backer_household
          foreign key (community_id, household_id) references household (community_id, id),
        constraint meeting_pitch_backer_resident
          foreign key (community_id, resident_id) references resident (community_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table meeting_pitch_backer, meeting_pitch, meeting_minutes');
  }
}
