import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How much of a product a store shall have from a day on; of two for one day the later holds. */
@Entity('minimum_stock')
@Index('minimum_stock_in_force', ['communityId', 'storeId', 'productId', 'validFrom', 'id'])
export class MinimumStockRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'minimum_stock_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'minimum_stock_pkey' })
  id!: string;

  @Column('uuid', { name: 'store_id' })
  storeId!: string;

  @Column('uuid', { name: 'product_id' })
  productId!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('integer')
  pieces!: number;

  @Column('uuid', { name: 'set_by' })
  setBy!: string;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}
