import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A credit scheme is a place's policy for whole welfare credits (domain A1, §4): city-wide, because
 * several communities below one street share a scheme. Its rates stand by the day from which they
 * hold, always as a whole set, so that a service is paid by the rates of the day it was done on.
 */
export class ServiceEarnsCreditsByAScheme1795300000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table credit_scheme (
        id uuid not null,
        place_id uuid not null,
        asset_id uuid not null,
        name text not null,
        slug text not null,
        monthly_cap bigint check (monthly_cap > 0),
        expiry_months smallint check (expiry_months > 0),
        opened_at timestamptz not null,
        constraint credit_scheme_pkey primary key (id),
        constraint credit_scheme_place_key unique (place_id),
        constraint credit_scheme_slug_key unique (slug),
        constraint credit_scheme_place foreign key (place_id) references place (id),
        constraint credit_scheme_asset foreign key (asset_id) references asset (id)
      )`);
    await runner.query(`
      create table credit_scheme_rate (
        scheme_id uuid not null,
        valid_from date not null,
        service_kind text not null,
        credits_per_hour integer not null check (credits_per_hour > 0),
        set_at timestamptz not null,
        constraint credit_scheme_rate_pkey primary key (scheme_id, valid_from, service_kind),
        constraint credit_scheme_rate_scheme
          foreign key (scheme_id) references credit_scheme (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table credit_scheme_rate, credit_scheme');
  }
}
