import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** What is given back of a payment, by whom it was asked and checked. */
@Entity('gift_refund')
@Unique('gift_refund_key', ['communityId', 'key'])
@Unique('gift_refund_once', ['communityId', 'refundId'])
@Index('gift_refund_by_donation', ['communityId', 'donationId', 'id'])
@Index('gift_refund_to_do', ['state', 'communityId', 'id'], {
  where: `state = any (array['requested', 'approved', 'pending'])`,
})
export class GiftRefundRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'gift_refund_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'gift_refund_pkey' })
  id!: string;

  @Column('uuid', { name: 'donation_id' })
  donationId!: string;

  @Column('uuid', { name: 'payment_id' })
  paymentId!: string;

  @Column('text', { name: 'refund_id', nullable: true })
  refundId!: string | null;

  @Column('text')
  origin!: 'asked' | 'dashboard' | 'held';

  @Column('text')
  state!: 'requested' | 'approved' | 'pending' | 'succeeded' | 'failed' | 'declined';

  @Column('bigint')
  minor!: string;

  @Column('text')
  reason!: string;

  @Column('uuid', { name: 'maker_id', nullable: true })
  makerId!: string | null;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Column('uuid', { name: 'checker_id', nullable: true })
  checkerId!: string | null;

  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt!: Date | null;

  @Column('text', { name: 'declined_because', nullable: true })
  declinedBecause!: string | null;

  @Column('uuid', { name: 'entry_id', nullable: true })
  entryId!: string | null;

  @Column('uuid', { name: 'reversal_entry_id', nullable: true })
  reversalEntryId!: string | null;

  @Column('text')
  key!: string;

  @Column('bytea')
  fingerprint!: Buffer;
}
