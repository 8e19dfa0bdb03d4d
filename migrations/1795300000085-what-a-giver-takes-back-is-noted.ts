import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What givers took back, so that gifts can be followed past it: it comes off the giver's own gift,
 * and everybody else's gift is matched with what the money was really used for. The books stay as
 * they are; here stands which places in an account's totals are to be skipped.
 *
 * On the side that comes in, `minor` before `gone_end` is skipped: the end of the giver's own
 * gift, or, once the refund has failed, what its mirror brought in. On the side that goes out, the
 * leg of `entry_id` is skipped: before it lay `taken_before` of other such legs, and `uses_before`
 * of everything else, so that a place is found by one search however many there are. All three are
 * null where the gift stands on another account than the one it was taken from.
 */
export class WhatAGiverTakesBackIsNoted1795300000085 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table gift_take_back (
        community_id uuid not null,
        account_id uuid not null,
        entry_id uuid not null,
        payment_id uuid not null,
        minor bigint not null check (minor > 0),
        gift_account_id uuid not null,
        gift_end bigint not null,
        gone_end bigint,
        uses_before bigint,
        taken_before bigint,
        reversal_entry_id uuid,
        constraint gift_take_back_pkey primary key (community_id, account_id, entry_id),
        constraint gift_take_back_own check (num_nonnulls(gone_end, uses_before, taken_before)
          = case when gift_account_id = account_id then 3 else 0 end),
        constraint gift_take_back_payment
          foreign key (community_id, payment_id) references gift_payment (community_id, id)
      )`);
    await runner.query(`
      create index gift_take_back_by_payment on gift_take_back (community_id, payment_id)`);
    await runner.query(`
      create index gift_take_back_by_entry on gift_take_back (community_id, entry_id)`);
    await runner.query(`
      create index gift_take_back_given
        on gift_take_back (community_id, gift_account_id, minor)`);
    await runner.query(`
      create index gift_take_back_gone on gift_take_back (community_id, account_id, gone_end, minor)
        where gone_end is not null`);
    await runner.query(`
      create index gift_take_back_used
        on gift_take_back (community_id, account_id, uses_before, taken_before)
        where uses_before is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table gift_take_back');
  }
}
