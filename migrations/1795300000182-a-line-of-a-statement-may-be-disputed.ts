import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever checks a statement for the foundation may dispute a line of it, whole or in part, once.
 * The disputed money is moved to an account of its own in the same moment, so that nothing else can
 * use it: the rest is paid without waiting. The operator accepts, or insists and the board decides;
 * then it goes back to the pool (`reduced`) or to what is owed (`kept`).
 */
export class ALineOfAStatementMayBeDisputed1795300000182 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table operator_dispute (
        community_id uuid not null,
        id uuid not null,
        statement_id uuid not null,
        line integer not null,
        store_id uuid not null,
        pool_id uuid not null,
        pieces integer check (pieces > 0),
        amount bigint not null check (amount > 0),
        reason text not null,
        state text not null check (state in ('raised', 'insisted', 'reduced', 'kept')),
        raised_by uuid not null,
        raised_at timestamptz not null,
        answer text,
        answered_by uuid,
        answered_at timestamptz,
        decision text,
        decided_by uuid,
        decided_at timestamptz,
        constraint operator_dispute_pkey primary key (community_id, id),
        constraint operator_dispute_line unique (community_id, statement_id, line),
        constraint operator_dispute_answered
          check (num_nulls(answer, answered_by, answered_at) in (0, 3)),
        constraint operator_dispute_decided
          check (num_nulls(decision, decided_by, decided_at) in (0, 3)),
        constraint operator_dispute_state check (case state
          when 'raised' then answered_by is null and decided_by is null
          when 'insisted' then answered_by is not null and decided_by is null
          when 'reduced' then answered_by is not null
          when 'kept' then decided_by is not null end),
        constraint operator_dispute_second_person check (decided_by <> raised_by),
        constraint operator_dispute_of_line foreign key (community_id, statement_id, line)
          references operator_statement_line (community_id, statement_id, line),
        constraint operator_dispute_store foreign key (community_id, store_id)
          references store (community_id, id),
        constraint operator_dispute_pool foreign key (community_id, pool_id)
          references pool (community_id, id),
        constraint operator_dispute_raised_by foreign key (raised_by) references person (id),
        constraint operator_dispute_answered_by foreign key (answered_by) references person (id),
        constraint operator_dispute_decided_by foreign key (decided_by) references person (id)
      )`);
    await runner.query(`
      create index operator_dispute_of_store on operator_dispute (community_id, store_id, id)`);
    await runner.query(`
      create index operator_dispute_insisted on operator_dispute (community_id, pool_id, id)
        where state = 'insisted'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table operator_dispute');
  }
}
