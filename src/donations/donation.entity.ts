import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Currency } from '../kernel/currency';

/** What a giver wants to give, and what became of it. */
@Entity('donation')
@Unique('donation_key', ['communityId', 'key'])
@Unique('donation_token', ['communityId', 'token'])
@Index('donation_by_pool', ['communityId', 'poolId', 'paidAt', 'id'], { where: `state = 'paid'` })
@Index('donation_by_campaign', ['communityId', 'campaignId', 'paidAt', 'id'], {
  where: `state = 'paid' and campaign_id is not null`,
})
@Index('donation_by_foundation', ['communityId', 'foundationId', 'id'])
@Index('donation_by_pledge', ['communityId', 'pledgeId', 'id'], { where: `pledge_id is not null` })
export class DonationRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'donation_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'donation_pkey' })
  id!: string;

  @Column('uuid', { name: 'foundation_id' })
  foundationId!: string;

  @Column('uuid', { name: 'pool_id' })
  poolId!: string;

  @Column('uuid', { name: 'campaign_id', nullable: true })
  campaignId!: string | null;

  @Column('uuid', { name: 'grant_id', nullable: true })
  grantId!: string | null;

  @Column('uuid', { name: 'pledge_id', nullable: true })
  pledgeId!: string | null;

  @Column('text')
  currency!: Currency;

  @Column('bigint', { name: 'amount_minor' })
  amountMinor!: string;

  @Column('text')
  state!: 'created' | 'open' | 'processing' | 'paid' | 'failed' | 'expired' | 'cancelled';

  @Column('text', { name: 'giver_kind' })
  giverKind!: 'person' | 'organisation';

  @Column('text', { name: 'giver_name', nullable: true })
  giverName!: string | null;

  @Column('text', { name: 'public_name', nullable: true })
  publicName!: string | null;

  @Column('text', { name: 'tax_id', nullable: true })
  taxId!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  message!: string | null;

  @Column('text')
  locale!: 'zh' | 'en';

  @Column('text')
  provider!: 'stripe' | 'local';

  @Column('text')
  token!: string;

  @Column('text')
  key!: string;

  @Column('bytea')
  fingerprint!: Buffer;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'paid_at', nullable: true })
  paidAt!: Date | null;

  @Column('bigint', { name: 'refunded_minor' })
  refundedMinor!: string;

  @Column('bigint', { name: 'disputed_minor' })
  disputedMinor!: string;
}
