import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Pieces of a product that were sent to a store. */
@Entity('stock_arrival_line')
export class StockArrivalLineRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'stock_arrival_line_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', {
    name: 'transfer_id',
    primaryKeyConstraintName: 'stock_arrival_line_pkey',
  })
  transferId!: string;

  @PrimaryColumn('uuid', {
    name: 'product_id',
    primaryKeyConstraintName: 'stock_arrival_line_pkey',
  })
  productId!: string;

  @Column('integer')
  pieces!: number;
}
