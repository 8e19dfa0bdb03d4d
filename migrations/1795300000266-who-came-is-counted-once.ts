import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A resident who signs in on line and stands on a clerk's list as well came once: one row for a
 * meeting and a resident. A list counts once a second person counted as many in the room.
 *
 * When a meeting is closed, who came is added up by age: for the meeting, and for the month in
 * which they came to a meeting for the first time of its year. So the months of a year add up to
 * people, each counted once, up to whichever month is over; and nobody is counted where it is read.
 */
export class WhoCameIsCountedOnce1795300000266 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meeting_attendance_list (
        community_id uuid not null,
        id uuid not null,
        meeting_id uuid not null,
        state text not null check (state in ('waiting', 'witnessed', 'rejected')),
        people integer not null check (people > 0),
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        reject_reason text,
        constraint meeting_attendance_list_pkey primary key (community_id, id),
        constraint meeting_attendance_list_decided check (num_nulls(decided_by, decided_at)
          = case when state = 'waiting' then 2 else 0 end),
        constraint meeting_attendance_list_rejected
          check ((state = 'rejected') = (reject_reason is not null)),
        constraint meeting_attendance_list_second_person
          check (state <> 'witnessed' or decided_by <> recorded_by),
        constraint meeting_attendance_list_meeting
          foreign key (community_id, meeting_id) references meeting (community_id, id),
        constraint meeting_attendance_list_recorded_by
          foreign key (recorded_by) references person (id),
        constraint meeting_attendance_list_decided_by
          foreign key (decided_by) references person (id)
      )`);
    await runner.query(`
      create index meeting_attendance_list_of_meeting
        on meeting_attendance_list (community_id, meeting_id, id)`);
    await runner.query(`
      create table meeting_attendance (
        community_id uuid not null,
        meeting_id uuid not null,
        resident_id uuid not null,
        online_at timestamptz,
        list_id uuid,
        constraint meeting_attendance_pkey primary key (community_id, meeting_id, resident_id),
        constraint meeting_attendance_somehow check (num_nonnulls(online_at, list_id) > 0),
        constraint meeting_attendance_meeting
          foreign key (community_id, meeting_id) references meeting (community_id, id),
        constraint meeting_attendance_resident
          foreign key (community_id, resident_id) references resident (community_id, id),
        constraint meeting_attendance_of_list foreign key (community_id, list_id)
          references meeting_attendance_list (community_id, id)
      )`);
    await runner.query(`
      create index meeting_attendance_of_resident
        on meeting_attendance (community_id, resident_id, meeting_id)`);
    await runner.query(`
      create index meeting_attendance_by_list on meeting_attendance (community_id, list_id)
        where list_id is not null`);
    await runner.query(`
      create table meeting_representative (
        community_id uuid not null,
        meeting_id uuid not null,
        organisation_id uuid not null,
        person_id uuid not null,
        represented_at timestamptz not null,
        constraint meeting_representative_pkey
          primary key (community_id, meeting_id, organisation_id),
        constraint meeting_representative_meeting
          foreign key (community_id, meeting_id) references meeting (community_id, id),
        constraint meeting_representative_organisation
          foreign key (organisation_id) references organisation (id),
        constraint meeting_representative_person foreign key (person_id) references person (id)
      )`);
    await runner.query(`
      create table meeting_people (
        community_id uuid not null,
        meeting_id uuid not null,
        band text not null,
        people integer not null check (people > 0),
        constraint meeting_people_pkey primary key (community_id, meeting_id, band),
        constraint meeting_people_meeting
          foreign key (community_id, meeting_id) references meeting (community_id, id)
      )`);
    await runner.query(`
      create table meeting_year_resident (
        community_id uuid not null,
        year integer not null,
        resident_id uuid not null,
        band text not null,
        first_month date not null,
        meetings integer not null check (meetings > 0),
        constraint meeting_year_resident_pkey primary key (community_id, year, resident_id),
        constraint meeting_year_resident_resident
          foreign key (community_id, resident_id) references resident (community_id, id)
      )`);
    await runner.query(`
      create table meeting_newcomers (
        community_id uuid not null,
        month date not null check (extract(day from month) = 1),
        band text not null,
        people integer not null check (people > 0),
        constraint meeting_newcomers_pkey primary key (community_id, month, band)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table meeting_newcomers, meeting_year_resident, meeting_people,
      meeting_representative, meeting_attendance, meeting_attendance_list`);
  }
}
