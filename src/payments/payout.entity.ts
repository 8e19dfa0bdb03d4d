import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Currency } from '../kernel/currency';

/** Money that the processor sent to the bank; its shares belong to foundations. */
@Entity('payout')
export class PayoutRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'payout_pkey' })
  id!: string;

  @Column('text')
  currency!: Currency;

  @Column('bigint')
  minor!: string;

  @Column('text')
  status!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
