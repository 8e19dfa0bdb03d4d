import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody counted of a lot in a stock-take, once. */
@Entity('stock_count')
export class StockCountRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'stock_count_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'stock_take_id', primaryKeyConstraintName: 'stock_count_pkey' })
  stockTakeId!: string;

  @PrimaryColumn('uuid', { name: 'lot_id', primaryKeyConstraintName: 'stock_count_pkey' })
  lotId!: string;

  @Column('integer')
  pieces!: number;

  @Column('timestamptz', { name: 'counted_at' })
  countedAt!: Date;

  @Column('uuid', { name: 'counted_by' })
  countedBy!: string;

  /** Pieces that the books held at that moment; null until the stock-take is closed. */
  @Column('integer', { nullable: true })
  book!: number | null;
}
