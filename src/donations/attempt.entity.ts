import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One try to pay a donation. */
@Entity('attempt')
@Unique('attempt_number', ['communityId', 'donationId', 'number'])
@Unique('attempt_session', ['communityId', 'sessionId'])
@Index('attempt_to_check', ['nextCheckAt', 'communityId', 'id'], {
  where: `next_check_at is not null`,
})
export class AttemptRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'attempt_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attempt_pkey' })
  id!: string;

  @Column('uuid', { name: 'donation_id' })
  donationId!: string;

  @Column('smallint')
  number!: number;

  @Column('text')
  state!: 'created' | 'open' | 'processing' | 'paid' | 'failed' | 'expired';

  /** How the giver meant to pay; null leaves the choice to the processor's page. */
  @Column('text', { name: 'pay_with', nullable: true })
  payWith!: 'card' | 'alipay' | 'wechat_pay' | null;

  /** What is asked of the processor, as it was written down before; null for a month's invoice. */
  @Column('json', { nullable: true })
  asked!: object | null;

  @Column('text', { name: 'session_id', nullable: true })
  sessionId!: string | null;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'next_check_at', nullable: true })
  nextCheckAt!: Date | null;
}
