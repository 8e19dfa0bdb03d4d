import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where our own stand-in for the processor keeps what it made, so that a gift that was begun before
 * a restart can be paid after it, and a process that takes over goes on with the same objects. They
 * are kept as text, not in pieces: what a client was once told it is told again, word for word.
 */
export class TheStandInKeepsItsObjects1795300000086 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table local_processor_object (
        kind text not null,
        id text not null,
        ordinal bigint not null,
        body json not null,
        aside json not null,
        constraint local_processor_object_pkey primary key (kind, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table local_processor_object');
  }
}
