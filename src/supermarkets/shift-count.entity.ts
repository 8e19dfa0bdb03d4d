import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Pieces of a product that were counted at the beginning or the end of a shift. */
@Entity('shift_count')
export class ShiftCountRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'shift_count_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'shift_id', primaryKeyConstraintName: 'shift_count_pkey' })
  shiftId!: string;

  @PrimaryColumn('boolean', { name: 'at_end', primaryKeyConstraintName: 'shift_count_pkey' })
  atEnd!: boolean;

  @PrimaryColumn('uuid', { name: 'product_id', primaryKeyConstraintName: 'shift_count_pkey' })
  productId!: string;

  @Column('integer')
  pieces!: number;

  /** Pieces that the books held on the shelf at that moment. */
  @Column('integer')
  book!: number;
}
