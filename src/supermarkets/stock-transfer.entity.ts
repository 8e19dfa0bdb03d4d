import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const TRANSFER_STATES = ['sent', 'received', 'settled', 'cancelled'] as const;
/** `received`: a difference waits for a second person; `settled`: all of it is somewhere. */
export type TransferState = (typeof TRANSFER_STATES)[number];

export const TRANSFER_DIFFERENCES = ['left_behind', 'lost', 'damaged'] as const;
export type TransferDifference = (typeof TRANSFER_DIFFERENCES)[number];

/** Goods sent from a store to another; it stands in the books of the store that sent them. */
@Entity('stock_transfer')
@Index('stock_transfer_of_store', ['communityId', 'storeId', 'id'])
@Index('stock_transfer_short', ['communityId', 'storeId', 'id'], { where: "state = 'received'" })
export class StockTransferRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'stock_transfer_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stock_transfer_pkey' })
  id!: string;

  @Column('uuid', { name: 'store_id' })
  storeId!: string;

  @Column('uuid', { name: 'to_community_id' })
  toCommunityId!: string;

  @Column('uuid', { name: 'to_store_id' })
  toStoreId!: string;

  /** Whether those who receive it count without being shown what was sent. */
  @Column('boolean')
  blind!: boolean;

  @Column('text')
  state!: TransferState;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { name: 'sent_by' })
  sentBy!: string;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt!: Date;

  @Column('uuid', { name: 'received_by', nullable: true })
  receivedBy!: string | null;

  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  @Column('text', { name: 'receipt_note', nullable: true })
  receiptNote!: string | null;

  /** Who cancelled it, or settled what did not arrive. */
  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: string | null;

  /** What became of what did not arrive; null where all did, or nobody has decided. */
  @Column('text', { nullable: true })
  difference!: TransferDifference | null;
}
