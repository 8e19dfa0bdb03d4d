import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What of a gift was taken back from an account, and what is skipped for it when one follows. */
@Entity('gift_take_back')
@Index('gift_take_back_by_payment', ['communityId', 'paymentId'])
@Index('gift_take_back_by_entry', ['communityId', 'entryId'])
@Index('gift_take_back_given', ['communityId', 'giftAccountId', 'minor'])
@Index('gift_take_back_gone', ['communityId', 'accountId', 'goneEnd', 'minor'], {
  where: `gone_end is not null`,
})
@Index('gift_take_back_used', ['communityId', 'accountId', 'usesBefore', 'takenBefore'], {
  where: `uses_before is not null`,
})
export class GiftTakeBackRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'gift_take_back_pkey' })
  communityId!: string;

  /** The account that it was taken from. */
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'gift_take_back_pkey' })
  accountId!: string;

  /** The entry that took it. */
  @PrimaryColumn('uuid', { name: 'entry_id', primaryKeyConstraintName: 'gift_take_back_pkey' })
  entryId!: string;

  @Column('uuid', { name: 'payment_id' })
  paymentId!: string;

  @Column('bigint')
  minor!: string;

  /** The account on which the gift itself came in, and where in its credits the gift ends. */
  @Column('uuid', { name: 'gift_account_id' })
  giftAccountId!: string;

  @Column('bigint', { name: 'gift_end' })
  giftEnd!: string;

  @Column('bigint', { name: 'gone_end', nullable: true })
  goneEnd!: string | null;

  @Column('bigint', { name: 'uses_before', nullable: true })
  usesBefore!: string | null;

  @Column('bigint', { name: 'taken_before', nullable: true })
  takenBefore!: string | null;

  /** The mirror of the entry, where the refund failed: the gift is whole again. */
  @Column('uuid', { name: 'reversal_entry_id', nullable: true })
  reversalEntryId!: string | null;
}
