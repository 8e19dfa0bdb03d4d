import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A product's price from a moment on; of two for one moment the later one (by id) holds. */
@Entity('product_price')
@Index('product_price_in_force', ['communityId', 'productId', 'validFrom', 'id'])
export class ProductPriceRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'product_price_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'product_price_pkey' })
  id!: string;

  @Column('uuid', { name: 'product_id' })
  productId!: string;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom!: Date;

  /** Whole credits for a piece. */
  @Column('integer')
  credits!: number;

  @Column('uuid', { name: 'set_by', nullable: true })
  setBy!: string | null;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}
