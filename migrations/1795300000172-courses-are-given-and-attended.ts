import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Micro-lectures (微课堂): an organisation gives a course in a community, in sessions at a place and
 * a time, for so many people; residents enrol, and who was there is recorded by one person and
 * confirmed by another. What that earns is set by the scheme, from a day on, by the hour or by the
 * session. Who attended is kept here, because a course where no scheme holds earns nothing and is
 * attended all the same; the credits stand in the books.
 */
export class CoursesAreGivenAndAttended1795300000172 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table credit_course_rate (
        scheme_id uuid not null,
        valid_from date not null,
        per text not null check (per in ('hour', 'session')),
        credits integer not null check (credits >= 0),
        set_at timestamptz not null,
        constraint credit_course_rate_pkey primary key (scheme_id, valid_from),
        constraint credit_course_rate_scheme foreign key (scheme_id) references credit_scheme (id)
      )`);
    await courses(runner);
    await takingPart(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table course_attendance, course_enrolment, course_session, course, credit_course_rate',
    );
  }
}

async function courses(runner: QueryRunner): Promise<void> {
  // How many are enrolled is counted where it is limited: the last seat is given once.
  await runner.query(`
    create table course (
      community_id uuid not null,
      id uuid not null,
      organisation_id uuid not null,
      title text not null,
      lecturer text not null,
      about text,
      capacity smallint not null check (capacity > 0),
      enrolled smallint not null check (enrolled between 0 and capacity),
      opened_by uuid not null,
      opened_at timestamptz not null,
      constraint course_pkey primary key (community_id, id),
      constraint course_community foreign key (community_id) references place (id),
      constraint course_organisation foreign key (organisation_id) references organisation (id),
      constraint course_opened_by foreign key (opened_by) references person (id)
    )`);
  await runner.query(`
    create table course_session (
      community_id uuid not null,
      id uuid not null,
      course_id uuid not null,
      starts_at timestamptz not null,
      minutes smallint not null check (minutes > 0),
      venue text not null,
      constraint course_session_pkey primary key (community_id, id),
      constraint course_session_course
        foreign key (community_id, course_id) references course (community_id, id)
    )`);
  await runner.query(`
    create index course_session_in_time
      on course_session (community_id, course_id, starts_at, id)`);
}

async function takingPart(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table course_enrolment (
      community_id uuid not null,
      course_id uuid not null,
      resident_id uuid not null,
      enrolled_by uuid not null,
      enrolled_at timestamptz not null,
      left_at timestamptz,
      constraint course_enrolment_pkey primary key (community_id, course_id, resident_id),
      constraint course_enrolment_course
        foreign key (community_id, course_id) references course (community_id, id),
      constraint course_enrolment_resident
        foreign key (community_id, resident_id) references resident (community_id, id),
      constraint course_enrolment_enrolled_by foreign key (enrolled_by) references person (id)
    )`);
  await runner.query(`
    create index course_enrolment_of_resident
      on course_enrolment (community_id, resident_id, course_id)`);
  await runner.query(`
    create table course_attendance (
      community_id uuid not null,
      id uuid not null,
      session_id uuid not null,
      course_id uuid not null,
      resident_id uuid not null,
      scheme_id uuid,
      credits bigint check (credits > 0),
      recorded_by uuid not null,
      recorded_at timestamptz not null,
      confirmed_by uuid,
      confirmed_at timestamptz,
      cancelled_by uuid,
      cancelled_at timestamptz,
      cancel_reason text,
      cancel_key text,
      cancel_fingerprint bytea,
      constraint course_attendance_pkey primary key (community_id, id),
      constraint course_attendance_earns check (num_nulls(scheme_id, credits) in (0, 2)),
      constraint course_attendance_confirmed
        check (num_nulls(confirmed_by, confirmed_at) in (0, 2)),
      constraint course_attendance_by_another check (confirmed_by <> recorded_by),
      constraint course_attendance_cancelled check (num_nulls(
        cancelled_by, cancelled_at, cancel_reason, cancel_key, cancel_fingerprint) in (0, 5)),
      constraint course_attendance_session
        foreign key (community_id, session_id) references course_session (community_id, id),
      constraint course_attendance_enrolled
        foreign key (community_id, course_id, resident_id)
        references course_enrolment (community_id, course_id, resident_id),
      constraint course_attendance_scheme foreign key (scheme_id) references credit_scheme (id),
      constraint course_attendance_recorded_by foreign key (recorded_by) references person (id),
      constraint course_attendance_confirmed_by foreign key (confirmed_by) references person (id),
      constraint course_attendance_cancelled_by foreign key (cancelled_by) references person (id)
    )`);
  await runner.query(`
    create unique index course_attendance_once
      on course_attendance (community_id, session_id, resident_id) where cancelled_at is null`);
  await runner.query(`
    create index course_attendance_of_session
      on course_attendance (community_id, session_id, id)`);
  await runner.query(`
    create index course_attendance_of_resident
      on course_attendance (community_id, resident_id, id)`);
}
