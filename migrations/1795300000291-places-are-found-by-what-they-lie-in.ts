import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who leads or executes is asked for what waits in all places below theirs, whenever they look into
 * their inbox. A city has tens of thousands of places, and somebody's reach is some dozens of them.
 */
export class PlacesAreFoundByWhatTheyLieIn1795300000291 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index place_lineage on place using gin (lineage)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index place_lineage');
  }
}
