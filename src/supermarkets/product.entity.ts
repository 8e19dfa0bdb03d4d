import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Welfare goods that a community's stores offer by the piece; its id is also its asset's. */
@Entity('product')
@Unique('product_ean_key', ['communityId', 'ean'])
export class ProductRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'product_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'product_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  /** Its EAN-13 or EAN-8; null for what carries no bar code. */
  @Column('text', { nullable: true })
  ean!: string | null;

  /** What a piece is: `bag of 5 kg`. */
  @Column('text')
  unit!: string;

  @Column('uuid', { name: 'allowance_class_id', nullable: true })
  allowanceClassId!: string | null;
}
