import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Acknowledgements of gifts, numbered without gaps per foundation and year within a set of books.
 * One is never changed: a refund issues a correction. The receipt that the state's own system
 * issues is recorded beside it.
 */
export class GiftsAreAcknowledged1795300000084 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table acknowledgement_series (
        community_id uuid not null,
        foundation_id uuid not null,
        year smallint not null,
        last_number integer not null,
        constraint acknowledgement_series_pkey primary key (community_id, foundation_id, year)
      )`);
    await runner.query(`
      create table acknowledgement (
        community_id uuid not null,
        id uuid not null,
        foundation_id uuid not null,
        year smallint not null,
        number integer not null check (number > 0),
        donation_id uuid not null,
        cause_id uuid not null,
        corrects_id uuid,
        facts jsonb not null,
        issued_at timestamptz not null,
        receipt_code text,
        receipt_number text,
        receipt_check_code text,
        receipt_recorded_by uuid,
        receipt_recorded_at timestamptz,
        constraint acknowledgement_pkey primary key (community_id, id),
        constraint acknowledgement_number unique (community_id, foundation_id, year, number),
        constraint acknowledgement_cause unique (community_id, cause_id),
        constraint acknowledgement_receipt check (num_nonnulls(receipt_code, receipt_number,
          receipt_check_code, receipt_recorded_by, receipt_recorded_at) in (0, 5)),
        constraint acknowledgement_donation
          foreign key (community_id, donation_id) references donation (community_id, id),
        constraint acknowledgement_corrects
          foreign key (community_id, corrects_id) references acknowledgement (community_id, id),
        constraint acknowledgement_foundation
          foreign key (foundation_id) references organisation (id),
        constraint acknowledgement_recorded_by
          foreign key (receipt_recorded_by) references person (id)
      )`);
    await runner.query(`
      create index acknowledgement_by_donation on acknowledgement (community_id, donation_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table acknowledgement, acknowledgement_series');
  }
}
