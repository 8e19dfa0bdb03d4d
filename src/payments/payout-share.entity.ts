import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Currency } from '../kernel/currency';

/** A holder's part of a payout, in its own books, and its line on the bank's statement. */
@Entity('payout_share')
@Unique('payout_share_once', ['communityId', 'payoutId', 'holderId'])
@Index('payout_share_by_holder', ['communityId', 'holderId', 'id'])
export class PayoutShareRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'payout_share_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'payout_share_pkey' })
  id!: string;

  @Column('text', { name: 'payout_id' })
  payoutId!: string;

  @Column('uuid', { name: 'holder_id' })
  holderId!: string;

  @Column('text')
  currency!: Currency;

  @Column('bigint')
  minor!: string;

  @Column('uuid', { name: 'entry_id' })
  entryId!: string;

  @Column('uuid', { name: 'failed_entry_id', nullable: true })
  failedEntryId!: string | null;

  @Column('uuid', { name: 'arrived_entry_id', nullable: true })
  arrivedEntryId!: string | null;

  @Column('date', { name: 'arrived_on', nullable: true })
  arrivedOn!: string | null;

  @Column('text', { name: 'bank_reference', nullable: true })
  bankReference!: string | null;
}
