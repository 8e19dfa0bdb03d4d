import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A clerk's work at the till of a store, from when to when. What it did stands in the books, on
 * the store's account of redeemed credits between two sequence numbers; it is kept once it is over.
 */
@Entity('shift')
@Index('shift_open', ['communityId', 'storeId', 'clerkId'], {
  unique: true,
  where: 'closed_at is null',
})
@Index('shift_of_store', ['communityId', 'storeId', 'id'])
@Index('shift_to_settle', ['communityId', 'storeId', 'id'], {
  where: 'differs and settled_at is null',
})
export class ShiftRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'shift_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shift_pkey' })
  id!: string;

  @Column('uuid', { name: 'store_id' })
  storeId!: string;

  @Column('uuid', { name: 'clerk_id' })
  clerkId!: string;

  /** The store's account of redeemed credits. */
  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  /** The last leg of the account before the shift, and the last in it. */
  @Column('bigint', { name: 'from_seq' })
  fromSeq!: string;

  @Column('bigint', { name: 'until_seq', nullable: true })
  untilSeq!: string | null;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  /** Slips that were counted at the end; null: none were. */
  @Column('integer', { nullable: true })
  slips!: number | null;

  @Column('integer', { nullable: true })
  exchanges!: number | null;

  @Column('integer', { nullable: true })
  voids!: number | null;

  /** Whole credits, less what voids gave back. */
  @Column('bigint', { nullable: true })
  credits!: string | null;

  /** Pieces by the id of their class, under `''` those of none; less what voids brought back. */
  @Column('jsonb', { nullable: true })
  pieces!: Record<string, number> | null;

  @Column('boolean', { nullable: true })
  differs!: boolean | null;

  @Column('uuid', { name: 'settled_by', nullable: true })
  settledBy!: string | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  @Column('text', { name: 'settled_note', nullable: true })
  settledNote!: string | null;

  /** The stock-take that was started because of its differences. */
  @Column('uuid', { name: 'stock_take_id', nullable: true })
  stockTakeId!: string | null;
}
