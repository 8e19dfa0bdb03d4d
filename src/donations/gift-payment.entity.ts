import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Currency } from '../kernel/currency';

/** A payment that arrived, by its charge at the processor. */
@Entity('gift_payment')
@Unique('gift_payment_charge', ['communityId', 'chargeId'])
@Index('gift_payment_by_donation', ['communityId', 'donationId', 'id'])
export class GiftPaymentRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'gift_payment_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'gift_payment_pkey' })
  id!: string;

  @Column('uuid', { name: 'donation_id' })
  donationId!: string;

  @Column('text', { name: 'charge_id' })
  chargeId!: string;

  @Column('text')
  method!: string;

  @Column('text')
  currency!: Currency;

  @Column('bigint')
  minor!: string;

  @Column('bigint', { name: 'match_minor' })
  matchMinor!: string;

  @Column('text', { name: 'taken_as' })
  takenAs!: 'gift' | 'held';

  @Column('timestamptz', { name: 'paid_at' })
  paidAt!: Date;

  @Column('uuid', { name: 'entry_id' })
  entryId!: string;
}
