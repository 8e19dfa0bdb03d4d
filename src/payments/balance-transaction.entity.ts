import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Currency } from '../kernel/currency';

/** The mirror of one of the processor's balance transactions, and the entry that posted it. */
@Entity('balance_transaction')
@Index('balance_transaction_waiting', ['createdAt', 'id'], { where: `state = 'waiting'` })
@Index('balance_transaction_by_payout', ['payoutId'], { where: `payout_id is not null` })
@Index('balance_transaction_by_source', ['sourceId'])
@Index('balance_transaction_by_time', ['createdAt', 'id'])
export class BalanceTransactionRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'balance_transaction_pkey' })
  id!: string;

  @Column('text')
  type!: string;

  @Column('text', { name: 'source_id', nullable: true })
  sourceId!: string | null;

  @Column('text')
  currency!: Currency;

  @Column('bigint', { name: 'gross_minor' })
  grossMinor!: string;

  @Column('bigint', { name: 'fee_minor' })
  feeMinor!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('text', { name: 'payout_id', nullable: true })
  payoutId!: string | null;

  @Column('text')
  state!: 'waiting' | 'posted' | 'held';

  @Column('uuid', { name: 'community_id', nullable: true })
  communityId!: string | null;

  @Column('uuid', { name: 'foundation_id', nullable: true })
  foundationId!: string | null;

  @Column('uuid', { name: 'entry_id', nullable: true })
  entryId!: string | null;
}
