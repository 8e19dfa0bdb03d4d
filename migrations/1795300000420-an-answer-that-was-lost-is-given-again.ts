import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a person's request under a key was answered, written in the transaction that did it: whoever
 * asks again because the answer was lost gets it again, and nothing is done twice. Neither the key
 * nor what was answered can be read here: the one is hashed, and opens the other.
 */
export class AnAnswerThatWasLostIsGivenAgain1795300000420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table kept_answer (
        person_id uuid not null,
        key_hash bytea not null,
        fingerprint bytea not null,
        answer bytea,
        done_at timestamptz not null,
        constraint kept_answer_pkey primary key (person_id, key_hash)
      )`);
    await runner.query('create index kept_answer_done_at on kept_answer (done_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table kept_answer');
  }
}
