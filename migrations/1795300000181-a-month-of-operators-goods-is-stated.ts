import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a pool owes a store's operator for a month is stated, line by line, checked by the
 * foundation and then paid. A statement covers a stretch of the account on which it is owed, by the
 * numbers of the account's legs: the next one begins where the last one ended. So whatever is
 * recorded or voided late stands in exactly one statement. Lines are kept as they were when it was
 * issued.
 *
 * `total` is below zero where more was voided than came in late. Statements are numbered without a
 * gap in each set of books.
 */
export class AMonthOfOperatorsGoodsIsStated1795300000181 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table operator_statement_series (
        community_id uuid not null,
        last_number integer not null,
        constraint operator_statement_series_pkey primary key (community_id)
      )`);
    await runner.query(`
      create table operator_statement (
        community_id uuid not null,
        id uuid not null,
        number integer not null check (number > 0),
        store_id uuid not null,
        pool_id uuid not null,
        month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
        part integer not null check (part > 0),
        from_seq bigint not null check (from_seq > 0),
        through_seq bigint not null,
        currency text not null,
        total bigint not null,
        issued_by uuid,
        issued_at timestamptz not null,
        checked_by uuid,
        checked_at timestamptz,
        settled_at timestamptz,
        constraint operator_statement_pkey primary key (community_id, id),
        constraint operator_statement_number unique (community_id, number),
        constraint operator_statement_part unique (community_id, store_id, month, part),
        constraint operator_statement_stretch check (through_seq >= from_seq),
        constraint operator_statement_checked check (num_nulls(checked_by, checked_at) in (0, 2)),
        constraint operator_statement_settled
          check (settled_at is null or checked_at is not null),
        constraint operator_statement_second_person check (checked_by <> issued_by),
        constraint operator_statement_store foreign key (community_id, store_id)
          references store (community_id, id),
        constraint operator_statement_pool foreign key (community_id, pool_id)
          references pool (community_id, id),
        constraint operator_statement_issued_by foreign key (issued_by) references person (id),
        constraint operator_statement_checked_by foreign key (checked_by) references person (id)
      )`);
    await runner.query(`
      create index operator_statement_of_store on operator_statement (community_id, store_id, id)`);
    await runner.query(`
      create index operator_statement_waiting on operator_statement (community_id, pool_id, id)
        where settled_at is null`);
    await runner.query(`
      create table operator_statement_line (
        community_id uuid not null,
        statement_id uuid not null,
        line integer not null check (line > 0),
        product_id uuid not null,
        unit_cost bigint not null check (unit_cost > 0),
        pieces integer not null check (pieces >= 0),
        voided integer not null check (voided >= 0),
        constraint operator_statement_line_pkey primary key (community_id, statement_id, line),
        constraint operator_statement_line_statement foreign key (community_id, statement_id)
          references operator_statement (community_id, id),
        constraint operator_statement_line_product foreign key (community_id, product_id)
          references product (community_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table operator_statement_line, operator_statement, operator_statement_series',
    );
  }
}
