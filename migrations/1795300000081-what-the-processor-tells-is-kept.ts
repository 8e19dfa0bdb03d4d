import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the processor of payments tells: events as triggers (never as facts, so that no payload is
 * kept), which of its objects belongs to which set of books, a mirror of its balance transactions
 * and payouts, and the tasks for people where money matches nothing. Amounts are minor units as the
 * processor counts them. The first four belong to the one account that the city holds there.
 */
export class WhatTheProcessorTellsIsKept1795300000081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table processor_event (
        id text not null,
        type text not null,
        object_id text not null,
        happened_at timestamptz not null,
        received_at timestamptz not null,
        state text not null check (state in ('waiting', 'done', 'held')),
        tries smallint not null,
        next_try_at timestamptz not null,
        last_error text,
        constraint processor_event_pkey primary key (id)
      )`);
    await runner.query(`
      create index processor_event_waiting on processor_event (next_try_at, id)
        where state = 'waiting'`);
    await runner.query(`
      create table processor_object (
        id text not null,
        community_id uuid not null,
        about text not null check (about in ('donation', 'pledge')),
        about_id uuid not null,
        foundation_id uuid,
        payment_id uuid,
        currency text,
        minor bigint,
        constraint processor_object_pkey primary key (id),
        constraint processor_object_moves check (
          num_nonnulls(foundation_id, payment_id, currency, minor) in (0, 4))
      )`);
    await runner.query(`
      create table balance_transaction (
        id text not null,
        type text not null,
        source_id text,
        currency text not null,
        gross_minor bigint not null,
        fee_minor bigint not null,
        created_at timestamptz not null,
        payout_id text,
        state text not null check (state in ('waiting', 'posted', 'held')),
        community_id uuid,
        foundation_id uuid,
        entry_id uuid,
        constraint balance_transaction_pkey primary key (id),
        constraint balance_transaction_posted check (
          (state = 'waiting') = (community_id is null))
      )`);
    await runner.query(`
      create index balance_transaction_waiting on balance_transaction (created_at, id)
        where state = 'waiting'`);
    await runner.query(`
      create index balance_transaction_by_payout on balance_transaction (payout_id)
        where payout_id is not null`);
    await runner.query(
      'create index balance_transaction_by_source on balance_transaction (source_id)',
    );
    await runner.query(
      'create index balance_transaction_by_time on balance_transaction (created_at, id)',
    );
    await runner.query(`
      create table payout (
        id text not null,
        currency text not null,
        minor bigint not null,
        status text not null,
        created_at timestamptz not null,
        constraint payout_pkey primary key (id)
      )`);
    await runner.query(`
      create table payout_share (
        community_id uuid not null,
        id uuid not null,
        payout_id text not null,
        holder_id uuid not null,
        currency text not null,
        minor bigint not null check (minor <> 0),
        entry_id uuid not null,
        failed_entry_id uuid,
        arrived_entry_id uuid,
        arrived_on date,
        bank_reference text,
        constraint payout_share_pkey primary key (community_id, id),
        constraint payout_share_once unique (community_id, payout_id, holder_id),
        constraint payout_share_arrived check (
          num_nonnulls(arrived_entry_id, arrived_on, bank_reference) in (0, 3)),
        constraint payout_share_community foreign key (community_id) references place (id)
      )`);
    await runner.query(`
      create index payout_share_by_holder on payout_share (community_id, holder_id, id)`);
    await runner.query(`
      create table payment_task (
        community_id uuid not null,
        id uuid not null,
        foundation_id uuid,
        kind text not null check (kind in ('amount_differs', 'currency_differs', 'paid_twice',
          'unknown_transaction', 'spent_before_taken_back', 'refund_failed', 'other_version',
          'other_mode', 'unknown_object', 'fund_closed', 'payout_failed', 'gave_up')),
        object_id text not null,
        about_id uuid,
        currency text,
        minor bigint,
        raised_at timestamptz not null,
        state text not null check (state in ('open', 'resolved')),
        resolved_at timestamptz,
        resolved_by uuid,
        resolution text check (resolution in ('accepted', 'refunded', 'explained', 'settled')),
        note text,
        entry_id uuid,
        constraint payment_task_pkey primary key (community_id, id),
        constraint payment_task_once unique (community_id, kind, object_id),
        constraint payment_task_resolved check (
          (state = 'resolved') = (num_nonnulls(resolved_at, resolution) = 2)),
        constraint payment_task_money check (num_nonnulls(currency, minor) in (0, 2)),
        constraint payment_task_community foreign key (community_id) references place (id),
        constraint payment_task_foundation foreign key (foundation_id) references organisation (id),
        constraint payment_task_resolved_by foreign key (resolved_by) references person (id)
      )`);
    await runner.query(`
      create index payment_task_open on payment_task (community_id, foundation_id, id)
        where state = 'open'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table payment_task, payout_share, payout, balance_transaction, processor_object,
         processor_event`,
    );
  }
}
