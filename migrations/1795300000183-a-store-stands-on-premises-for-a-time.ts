import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who lends a store its premises, to whom, where, from when until when, and for what rent (none, as
 * a rule: the government gives the premises). An agreement is never changed but by ending it early;
 * a renewal is a new one that begins where the other ends. Agreements of one store do not overlap:
 * whoever adds one holds the store's row while looking.
 */
export class AStoreStandsOnPremisesForATime1795300000183 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table premises_agreement (
        community_id uuid not null,
        id uuid not null,
        store_id uuid not null,
        owner_id uuid not null,
        operator_id uuid not null,
        address text not null,
        valid_from date not null,
        valid_until date not null,
        rent_minor bigint not null check (rent_minor >= 0),
        currency text not null,
        terms text not null,
        renews_id uuid,
        recorded_by uuid,
        recorded_at timestamptz not null,
        ended_on date,
        end_reason text,
        ended_by uuid,
        ended_at timestamptz,
        constraint premises_agreement_pkey primary key (community_id, id),
        constraint premises_agreement_renewal unique (community_id, renews_id),
        constraint premises_agreement_stretch check (valid_until > valid_from),
        constraint premises_agreement_ended check (
          num_nonnulls(ended_on, end_reason, ended_at) in (0, 3)
          and (ended_by is null or ended_at is not null)
          and (ended_on is null or (ended_on >= valid_from and ended_on < valid_until))),
        constraint premises_agreement_store foreign key (community_id, store_id)
          references store (community_id, id),
        constraint premises_agreement_renews foreign key (community_id, renews_id)
          references premises_agreement (community_id, id),
        constraint premises_agreement_owner foreign key (owner_id) references organisation (id),
        constraint premises_agreement_operator
          foreign key (operator_id) references organisation (id),
        constraint premises_agreement_recorded_by foreign key (recorded_by) references person (id),
        constraint premises_agreement_ended_by foreign key (ended_by) references person (id)
      )`);
    await runner.query(`
      create index premises_agreement_of_store
        on premises_agreement (community_id, store_id, valid_from)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table premises_agreement');
  }
}
