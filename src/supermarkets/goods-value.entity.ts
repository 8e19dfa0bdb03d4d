import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a piece given earns its giver from a day on; of two for one day the later one holds. */
@Entity('goods_value')
@Index('goods_value_in_force', ['communityId', 'schemeId', 'validFrom', 'id'])
export class GoodsValueRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'goods_value_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'goods_value_pkey' })
  id!: string;

  @Column('uuid', { name: 'scheme_id' })
  schemeId!: string;

  /** Either a product, or a class of which each product has this value. */
  @Column('uuid', { name: 'product_id', nullable: true })
  productId!: string | null;

  @Column('uuid', { name: 'class_id', nullable: true })
  classId!: string | null;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  /** Whole credits for a piece. */
  @Column('integer')
  credits!: number;

  @Column('uuid', { name: 'set_by', nullable: true })
  setBy!: string | null;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}
