import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a till must obey beside prices and allowances, by the moment from which it holds: from what
 * age, on which days not, and what goods cost who belongs to a priority group. A version is added,
 * never changed, so that an exchange recorded late is judged as it would have been at its time. A
 * version without a value takes a rule back; a store's own stands before the community's.
 */
export class ATillFollowsDatedRules1795300000122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table till_rule (
        community_id uuid not null,
        id uuid not null,
        store_id uuid,
        kind text not null check (kind in ('minimum_age', 'blackout', 'priority_price')),
        class_id uuid,
        priority_group text,
        value integer check (value > 0),
        valid_from timestamptz not null,
        valid_until timestamptz check (valid_until > valid_from),
        set_by uuid,
        set_at timestamptz not null,
        constraint till_rule_pkey primary key (community_id, id),
        constraint till_rule_group check ((kind = 'priority_price') = (priority_group is not null)),
        constraint till_rule_store foreign key (community_id, store_id)
          references store (community_id, id),
        constraint till_rule_class foreign key (community_id, class_id)
          references allowance_class (community_id, id)
      )`);
    await runner.query(
      'create index till_rule_in_force on till_rule (community_id, valid_from, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table till_rule');
  }
}
