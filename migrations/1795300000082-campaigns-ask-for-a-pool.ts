import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A campaign asks for gifts to one pool, for a time, with a story and perhaps a goal; an enterprise
 * may promise to match its gifts up to an amount (C8, A1). What is left of the promise, and what is
 * owed of it, stand in the books; what was raised, and what the enterprise has paid, are kept as
 * running totals, so that a page that many look at adds nothing up.
 */
export class CampaignsAskForAPool1795300000082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table campaign (
        community_id uuid not null,
        id uuid not null,
        pool_id uuid not null,
        title text not null,
        story text not null,
        currency text not null,
        goal_minor bigint check (goal_minor > 0),
        starts_on date not null,
        ends_on date,
        match_enterprise_id uuid,
        match_cap_minor bigint check (match_cap_minor > 0),
        match_basis_points integer check (match_basis_points between 1 and 100000),
        match_received_minor bigint not null check (match_received_minor >= 0),
        raised_minor bigint not null check (raised_minor >= 0),
        gifts integer not null check (gifts >= 0),
        opened_at timestamptz not null,
        ended_at timestamptz,
        constraint campaign_pkey primary key (community_id, id),
        constraint campaign_period check (ends_on > starts_on),
        constraint campaign_match check (
          num_nonnulls(match_enterprise_id, match_cap_minor, match_basis_points) in (0, 3)),
        constraint campaign_pool
          foreign key (community_id, pool_id) references pool (community_id, id),
        constraint campaign_enterprise
          foreign key (match_enterprise_id) references organisation (id)
      )`);
    await runner.query('create index campaign_by_pool on campaign (community_id, pool_id, id)');
    // One that has ended leaves its title to the next: the same coats are asked for every winter.
    await runner.query(`
      create unique index campaign_title_key on campaign (community_id, pool_id, title)
        where ended_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table campaign');
  }
}
