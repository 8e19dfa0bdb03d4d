import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a social enterprise declares for a period (C7), with every version that was ever declared:
 * an amendment adds one and never changes another. Figures are minor units. `owing` says whether
 * some of the promise is outstanding; it is written under the lock of the posting that decides it,
 * so that overdue promises are found without reading those long kept.
 */
export class EnterprisesDeclareTheirSurplus1795300000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table surplus_declaration (
        community_id uuid not null,
        id uuid not null,
        enterprise_id uuid not null,
        currency text not null,
        period_from date not null,
        period_until date not null,
        due_on date not null,
        version smallint not null,
        owing boolean not null,
        constraint surplus_declaration_pkey primary key (community_id, id),
        constraint surplus_declaration_period check (period_until > period_from),
        constraint surplus_declaration_community foreign key (community_id) references place (id),
        constraint surplus_declaration_enterprise
          foreign key (enterprise_id) references organisation (id)
      )`);
    await runner.query(`
      create index surplus_declaration_by_enterprise
        on surplus_declaration (enterprise_id, period_from, id)`);
    await runner.query(`
      create index surplus_declaration_owing
        on surplus_declaration (community_id, due_on, id) where owing`);
    await runner.query(`
      create table surplus_declaration_version (
        community_id uuid not null,
        declaration_id uuid not null,
        version smallint not null,
        revenue bigint not null check (revenue >= 0),
        costs bigint not null check (costs >= 0),
        committed bigint not null check (committed >= 0),
        share_basis_points smallint check (share_basis_points between 0 and 10000),
        reason text,
        made_at timestamptz not null,
        made_by uuid,
        key text not null,
        fingerprint bytea not null,
        constraint surplus_declaration_version_pkey
          primary key (community_id, declaration_id, version),
        constraint surplus_declaration_version_key unique (community_id, key),
        constraint surplus_declaration_version_committed
          check (committed <= greatest(revenue - costs, 0)),
        constraint surplus_declaration_version_declaration foreign key
          (community_id, declaration_id) references surplus_declaration (community_id, id),
        constraint surplus_declaration_version_made_by foreign key (made_by) references person (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table surplus_declaration_version, surplus_declaration');
  }
}
