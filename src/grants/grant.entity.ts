import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Currency } from '../kernel/currency';
import type { GrantState } from './states';

/** What became of an application that was awarded; it has the application's id. */
@Entity('pool_grant')
@Index('pool_grant_by_pool', ['communityId', 'poolId', 'id'])
@Index('pool_grant_by_grantee', ['granteeId', 'id'])
@Index('pool_grant_running', ['communityId', 'id'], { where: `state = 'active'` })
@Index('pool_grant_by_end', ['communityId', 'endedAt'], { where: 'ended_at is not null' })
export class GrantRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'pool_grant_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pool_grant_pkey' })
  id!: string;

  @Column('uuid', { name: 'pool_id' })
  poolId!: string;

  @Column('uuid', { name: 'grantee_id' })
  granteeId!: string;

  @Column('text')
  title!: string;

  @Column('text')
  currency!: Currency;

  @Column('bigint', { name: 'amount_minor' })
  amountMinor!: string;

  @Column('text')
  state!: GrantState;

  @Column('timestamptz', { name: 'awarded_at' })
  awardedAt!: Date;

  /** The entry that moved the money from what is available to what is promised. */
  @Column('uuid', { name: 'entry_id' })
  entryId!: string;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'cancelled_because', nullable: true })
  cancelledBecause!: string | null;
}
