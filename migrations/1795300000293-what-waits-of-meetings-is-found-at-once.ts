import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A list of who came waits for a second person, and so do minutes: both stand in inboxes. Of all
 * that was ever listed or written only what nobody has decided is looked at.
 */
export class WhatWaitsOfMeetingsIsFoundAtOnce1795300000293 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index meeting_attendance_list_waiting on meeting_attendance_list (community_id, id)
        where state = 'waiting'`);
    await runner.query(`
      create index meeting_minutes_unapproved on meeting_minutes (community_id, meeting_id, id)
        where approved_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index meeting_attendance_list_waiting, meeting_minutes_unapproved');
  }
}
