import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A donation is what a giver wants to give, and its state; each try to pay it is an attempt, so
 * that two that are both paid are both known; each payment that arrived is a row with the charge it
 * came by, refunds and disputes hang on it as amounts beside the state. A pledge is a gift that
 * comes every month, each time as a donation of its own. Whoever has the token may follow the gift:
 * no account is needed.
 */
export class GiversGiveOnTheWeb1795300000083 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pledge (
        community_id uuid not null,
        id uuid not null,
        foundation_id uuid not null,
        way text not null check (way in ('card', 'reminder')),
        state text not null
          check (state in ('starting', 'active', 'paused', 'past_due', 'cancelled')),
        currency text not null,
        amount_minor bigint not null check (amount_minor > 0),
        subscription_id text,
        started_at timestamptz not null,
        next_look_on date,
        anchor_day smallint not null check (anchor_day between 1 and 31),
        token text not null,
        cancelled_at timestamptz,
        constraint pledge_pkey primary key (community_id, id),
        constraint pledge_token unique (community_id, token),
        constraint pledge_subscription unique (community_id, subscription_id),
        constraint pledge_cancelled check ((state = 'cancelled') = (cancelled_at is not null)),
        constraint pledge_community foreign key (community_id) references place (id),
        constraint pledge_foundation foreign key (foundation_id) references organisation (id)
      )`);
    await runner.query(`
      create index pledge_to_look_at on pledge (next_look_on, community_id, id)
        where next_look_on is not null`);
    await runner.query(`
      create table donation (
        community_id uuid not null,
        id uuid not null,
        foundation_id uuid not null,
        pool_id uuid not null,
        campaign_id uuid,
        grant_id uuid,
        pledge_id uuid,
        currency text not null,
        amount_minor bigint not null check (amount_minor > 0),
        state text not null check (state in ('created', 'open', 'processing', 'paid', 'failed',
          'expired', 'cancelled')),
        giver_kind text not null check (giver_kind in ('person', 'organisation')),
        giver_name text,
        public_name text,
        tax_id text,
        email text,
        message text,
        locale text not null check (locale in ('zh', 'en')),
        provider text not null check (provider in ('stripe', 'local')),
        token text not null,
        key text not null,
        fingerprint bytea not null,
        started_at timestamptz not null,
        paid_at timestamptz,
        refunded_minor bigint not null check (refunded_minor >= 0),
        disputed_minor bigint not null check (disputed_minor >= 0),
        constraint donation_pkey primary key (community_id, id),
        constraint donation_key unique (community_id, key),
        constraint donation_token unique (community_id, token),
        constraint donation_paid check ((state = 'paid') = (paid_at is not null)),
        constraint donation_foundation foreign key (foundation_id) references organisation (id),
        constraint donation_pool
          foreign key (community_id, pool_id) references pool (community_id, id),
        constraint donation_campaign
          foreign key (community_id, campaign_id) references campaign (community_id, id),
        constraint donation_grant
          foreign key (community_id, grant_id) references pool_grant (community_id, id),
        constraint donation_pledge
          foreign key (community_id, pledge_id) references pledge (community_id, id)
      )`);
    await runner.query(`
      create index donation_by_pool on donation (community_id, pool_id, paid_at, id)
        where state = 'paid'`);
    await runner.query(`
      create index donation_by_campaign on donation (community_id, campaign_id, paid_at, id)
        where state = 'paid' and campaign_id is not null`);
    await runner.query(`
      create index donation_by_foundation on donation (community_id, foundation_id, id)`);
    await runner.query(`
      create index donation_by_pledge on donation (community_id, pledge_id, id)
        where pledge_id is not null`);
    await runner.query(`
      create table attempt (
        community_id uuid not null,
        id uuid not null,
        donation_id uuid not null,
        number smallint not null,
        state text not null
          check (state in ('created', 'open', 'processing', 'paid', 'failed', 'expired')),
        pay_with text check (pay_with in ('card', 'alipay', 'wechat_pay')),
        asked json,
        session_id text,
        url text,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        next_check_at timestamptz,
        constraint attempt_pkey primary key (community_id, id),
        constraint attempt_number unique (community_id, donation_id, number),
        constraint attempt_session unique (community_id, session_id),
        constraint attempt_donation
          foreign key (community_id, donation_id) references donation (community_id, id)
      )`);
    await runner.query(`
      create index attempt_to_check on attempt (next_check_at, community_id, id)
        where next_check_at is not null`);
    await runner.query(`
      create table gift_payment (
        community_id uuid not null,
        id uuid not null,
        donation_id uuid not null,
        charge_id text not null,
        method text not null,
        currency text not null,
        minor bigint not null check (minor > 0),
        match_minor bigint not null check (match_minor >= 0),
        taken_as text not null check (taken_as in ('gift', 'held')),
        paid_at timestamptz not null,
        entry_id uuid not null,
        constraint gift_payment_pkey primary key (community_id, id),
        constraint gift_payment_charge unique (community_id, charge_id),
        constraint gift_payment_donation
          foreign key (community_id, donation_id) references donation (community_id, id)
      )`);
    await runner.query(`
      create index gift_payment_by_donation on gift_payment (community_id, donation_id, id)`);
    await runner.query(`
      create table gift_refund (
        community_id uuid not null,
        id uuid not null,
        donation_id uuid not null,
        payment_id uuid not null,
        refund_id text,
        origin text not null check (origin in ('asked', 'dashboard', 'held')),
        state text not null check (state in ('requested', 'approved', 'pending', 'succeeded',
          'failed', 'declined')),
        minor bigint not null check (minor > 0),
        reason text not null,
        maker_id uuid,
        requested_at timestamptz not null,
        checker_id uuid,
        checked_at timestamptz,
        declined_because text,
        entry_id uuid,
        reversal_entry_id uuid,
        key text not null,
        fingerprint bytea not null,
        constraint gift_refund_pkey primary key (community_id, id),
        constraint gift_refund_key unique (community_id, key),
        constraint gift_refund_once unique (community_id, refund_id),
        constraint gift_refund_maker_is_not_checker check (maker_id <> checker_id),
        constraint gift_refund_declined
          check ((state = 'declined') = (declined_because is not null)),
        constraint gift_refund_payment
          foreign key (community_id, payment_id) references gift_payment (community_id, id),
        constraint gift_refund_maker foreign key (maker_id) references person (id),
        constraint gift_refund_checker foreign key (checker_id) references person (id)
      )`);
    await runner.query(`
      create index gift_refund_by_donation on gift_refund (community_id, donation_id, id)`);
    await runner.query(`
      create index gift_refund_to_do on gift_refund (state, community_id, id)
        where state = any (array['requested', 'approved', 'pending'])`);
    await runner.query(`
      create table gift_dispute (
        community_id uuid not null,
        id uuid not null,
        donation_id uuid not null,
        payment_id uuid not null,
        dispute_id text not null,
        status text not null,
        minor bigint not null check (minor > 0),
        opened_at timestamptz not null,
        withdrawn_entry_id uuid,
        reinstated_entry_id uuid,
        lost_entry_id uuid,
        constraint gift_dispute_pkey primary key (community_id, id),
        constraint gift_dispute_once unique (community_id, dispute_id),
        constraint gift_dispute_payment
          foreign key (community_id, payment_id) references gift_payment (community_id, id)
      )`);
    await runner.query(`
      create index gift_dispute_by_donation on gift_dispute (community_id, donation_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table gift_dispute, gift_refund, gift_payment, attempt, donation, pledge',
    );
  }
}
