import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Currency } from '../kernel/currency';

/** Asks for gifts to a pool, for a time (C8). */
@Entity('campaign')
@Index('campaign_by_pool', ['communityId', 'poolId', 'id'])
@Index('campaign_open', ['id'], { where: `ended_at is null` })
@Index('campaign_title_key', ['communityId', 'poolId', 'title'], {
  unique: true,
  where: `ended_at is null`,
})
export class CampaignRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'campaign_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'campaign_pkey' })
  id!: string;

  @Column('uuid', { name: 'pool_id' })
  poolId!: string;

  @Column('text')
  title!: string;

  @Column('text')
  story!: string;

  @Column('text')
  currency!: Currency;

  @Column('bigint', { name: 'goal_minor', nullable: true })
  goalMinor!: string | null;

  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  /** The day after its last; without one it goes on until somebody ends it. */
  @Column('date', { name: 'ends_on', nullable: true })
  endsOn!: string | null;

  @Column('uuid', { name: 'match_enterprise_id', nullable: true })
  matchEnterpriseId!: string | null;

  @Column('bigint', { name: 'match_cap_minor', nullable: true })
  matchCapMinor!: string | null;

  @Column('integer', { name: 'match_basis_points', nullable: true })
  matchBasisPoints!: number | null;

  /** What the enterprise has paid of what it matched: a running total. */
  @Column('bigint', { name: 'match_received_minor' })
  matchReceivedMinor!: string;

  /** What was given to it, less what went back or is held by a dispute: a running total. */
  @Column('bigint', { name: 'raised_minor' })
  raisedMinor!: string;

  /** How many gifts were paid; one that went back later still counts. */
  @Column('integer')
  gifts!: number;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
