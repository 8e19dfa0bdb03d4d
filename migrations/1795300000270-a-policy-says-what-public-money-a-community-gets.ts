import type { MigrationInterface, QueryRunner } from 'typeorm';

const PURPOSES = `'organisations', 'volunteering', 'infrastructure', 'culture_sport', 'education',
  'environment', 'welfare', 'other'`;

/**
 * Every community gets so much public money for each hundred of its households, and somewhat where
 * households are few (C2). A city sets it, a street may set more, each from a day on, so that an
 * allotment of before keeps its figures. What a pool of such money is for is a purpose of its own:
 * neither gifts nor surplus reach it, and nothing is granted from it but by its procedure.
 */
export class APolicySaysWhatPublicMoneyACommunityGets1795300000270 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table pool
        drop constraint pool_purpose_check,
        add constraint pool_purpose_check check (purpose in (${PURPOSES}, 'public_fund'))`);
    await runner.query(`
      create table allotment_policy (
        id uuid not null,
        place_id uuid not null,
        valid_from date not null,
        per_hundred_minor bigint not null check (per_hundred_minor > 0),
        floor_minor bigint not null check (floor_minor >= 0),
        unspent text not null check (unspent in ('carried', 'returned')),
        weigh_urgency smallint not null check (weigh_urgency between 0 and 100),
        weigh_will smallint not null check (weigh_will between 0 and 100),
        weigh_self_raised smallint not null check (weigh_self_raised between 0 and 100),
        weigh_money smallint not null check (weigh_money between 0 and 100),
        set_by uuid,
        set_at timestamptz not null,
        constraint allotment_policy_pkey primary key (id),
        constraint allotment_policy_from_key unique (place_id, valid_from),
        constraint allotment_policy_weighs
          check (weigh_urgency + weigh_will + weigh_self_raised + weigh_money > 0),
        constraint allotment_policy_place foreign key (place_id) references place (id),
        constraint allotment_policy_set_by foreign key (set_by) references person (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table allotment_policy');
    await runner.query(`
      alter table pool
        drop constraint pool_purpose_check,
        add constraint pool_purpose_check check (purpose in (${PURPOSES}))`);
  }
}
