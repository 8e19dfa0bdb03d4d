import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Pieces of a lot in a transfer, and what of them arrived. */
@Entity('stock_transfer_line')
@Index('stock_transfer_line_of_lot', ['communityId', 'lotId', 'transferId'])
export class StockTransferLineRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'stock_transfer_line_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', {
    name: 'transfer_id',
    primaryKeyConstraintName: 'stock_transfer_line_pkey',
  })
  transferId!: string;

  @PrimaryColumn('uuid', { name: 'lot_id', primaryKeyConstraintName: 'stock_transfer_line_pkey' })
  lotId!: string;

  /** The product as the other store's community knows it. */
  @Column('uuid', { name: 'to_product_id' })
  toProductId!: string;

  @Column('integer')
  pieces!: number;

  /** Null until it is counted. */
  @Column('integer', { nullable: true })
  arrived!: number | null;

  /** The lot that they are where they arrived. */
  @Column('uuid', { name: 'arrived_lot_id', nullable: true })
  arrivedLotId!: string | null;
}
