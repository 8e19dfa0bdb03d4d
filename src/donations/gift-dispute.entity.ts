import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A payment that the giver's bank asks back. */
@Entity('gift_dispute')
@Unique('gift_dispute_once', ['communityId', 'disputeId'])
@Index('gift_dispute_by_donation', ['communityId', 'donationId', 'id'])
export class GiftDisputeRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'gift_dispute_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'gift_dispute_pkey' })
  id!: string;

  @Column('uuid', { name: 'donation_id' })
  donationId!: string;

  @Column('uuid', { name: 'payment_id' })
  paymentId!: string;

  @Column('text', { name: 'dispute_id' })
  disputeId!: string;

  @Column('text')
  status!: string;

  @Column('bigint')
  minor!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('uuid', { name: 'withdrawn_entry_id', nullable: true })
  withdrawnEntryId!: string | null;

  @Column('uuid', { name: 'reinstated_entry_id', nullable: true })
  reinstatedEntryId!: string | null;

  @Column('uuid', { name: 'lost_entry_id', nullable: true })
  lostEntryId!: string | null;
}
