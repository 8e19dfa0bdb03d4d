import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Currency } from '../kernel/currency';

/** Something about payments that a person must look at; with money, where some is held. */
@Entity('payment_task')
@Unique('payment_task_once', ['communityId', 'kind', 'objectId'])
@Index('payment_task_open', ['communityId', 'foundationId', 'id'], { where: `state = 'open'` })
export class PaymentTaskRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'payment_task_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'payment_task_pkey' })
  id!: string;

  @Column('uuid', { name: 'foundation_id', nullable: true })
  foundationId!: string | null;

  @Column('text')
  kind!:
    | 'amount_differs'
    | 'currency_differs'
    | 'paid_twice'
    | 'unknown_transaction'
    | 'spent_before_taken_back'
    | 'refund_failed'
    | 'other_version'
    | 'other_mode'
    | 'unknown_object'
    | 'fund_closed'
    | 'payout_failed'
    | 'gave_up';

  @Column('text', { name: 'object_id' })
  objectId!: string;

  @Column('uuid', { name: 'about_id', nullable: true })
  aboutId!: string | null;

  @Column('text', { nullable: true })
  currency!: Currency | null;

  @Column('bigint', { nullable: true })
  minor!: string | null;

  @Column('timestamptz', { name: 'raised_at' })
  raisedAt!: Date;

  @Column('text')
  state!: 'open' | 'resolved';

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt!: Date | null;

  @Column('uuid', { name: 'resolved_by', nullable: true })
  resolvedBy!: string | null;

  @Column('text', { nullable: true })
  resolution!: 'accepted' | 'refunded' | 'explained' | 'settled' | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { name: 'entry_id', nullable: true })
  entryId!: string | null;
}
