import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Currency } from '../kernel/currency';

/** A gift that comes every month; each time it is a donation of its own. */
@Entity('pledge')
@Unique('pledge_token', ['communityId', 'token'])
@Unique('pledge_subscription', ['communityId', 'subscriptionId'])
@Index('pledge_to_look_at', ['nextLookOn', 'communityId', 'id'], {
  where: `next_look_on is not null`,
})
export class PledgeRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'pledge_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pledge_pkey' })
  id!: string;

  @Column('uuid', { name: 'foundation_id' })
  foundationId!: string;

  @Column('text')
  way!: 'card' | 'reminder';

  @Column('text')
  state!: 'starting' | 'active' | 'paused' | 'past_due' | 'cancelled';

  @Column('text')
  currency!: Currency;

  @Column('bigint', { name: 'amount_minor' })
  amountMinor!: string;

  @Column('text', { name: 'subscription_id', nullable: true })
  subscriptionId!: string | null;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('date', { name: 'next_look_on', nullable: true })
  nextLookOn!: string | null;

  @Column('smallint', { name: 'anchor_day' })
  anchorDay!: number;

  @Column('text')
  token!: string;

  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt!: Date | null;
}
