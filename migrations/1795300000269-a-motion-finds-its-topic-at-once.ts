import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A motion comes of one topic at most, which is found without looking at all that was proposed. */
export class AMotionFindsItsTopicAtOnce1795300000269 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unique index meeting_topic_of_motion on meeting_topic (community_id, motion_id)
        where motion_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index meeting_topic_of_motion');
  }
}
