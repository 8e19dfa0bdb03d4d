import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An officer or a cadre may freeze a resident's wallet, with a reason, until one of them says why
 * it may be used again: it goes on earning, and nothing is taken from it at the till. A household's
 * quarrel or a lost card is no posting, so that it stands here and not in the books. Every freeze
 * is kept; the partial index holds that one at most is in force, and lets the till look it up.
 */
export class AWalletMayBeFrozen1795300000112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table wallet_freeze (
        community_id uuid not null,
        id uuid not null,
        resident_id uuid not null,
        reason text not null,
        frozen_by uuid not null,
        frozen_at timestamptz not null,
        unfrozen_by uuid,
        unfrozen_at timestamptz,
        unfreeze_reason text,
        constraint wallet_freeze_pkey primary key (community_id, id),
        constraint wallet_freeze_ended
          check (num_nulls(unfrozen_by, unfrozen_at, unfreeze_reason) in (0, 3)),
        constraint wallet_freeze_resident
          foreign key (community_id, resident_id) references resident (community_id, id),
        constraint wallet_freeze_frozen_by foreign key (frozen_by) references person (id),
        constraint wallet_freeze_unfrozen_by foreign key (unfrozen_by) references person (id)
      )`);
    await runner.query(`
      create unique index wallet_freeze_in_force
        on wallet_freeze (community_id, resident_id) where unfrozen_at is null`);
    await runner.query(
      'create index wallet_freeze_of_resident on wallet_freeze (community_id, resident_id, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table wallet_freeze');
  }
}
