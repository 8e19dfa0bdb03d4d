import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const STOCK_TAKE_STATES = ['counting', 'closed', 'approved', 'declined'] as const;
export type StockTakeState = (typeof STOCK_TAKE_STATES)[number];

/** A count of what lies in a store, and what a second person decided about its differences. */
@Entity('stock_take')
@Index('stock_take_undecided', { synchronize: false })
@Index('stock_take_of_store', ['communityId', 'storeId', 'id'])
export class StockTakeRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'stock_take_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stock_take_pkey' })
  id!: string;

  @Column('uuid', { name: 'store_id' })
  storeId!: string;

  @Column('text')
  state!: StockTakeState;

  @Column('uuid', { name: 'started_by' })
  startedBy!: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  /** When its differences were worked out last. */
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'decline_reason', nullable: true })
  declineReason!: string | null;
}
