import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A lot of a gift, in the order in which they were told. */
@Entity('goods_gift_line')
@Unique('goods_gift_line_lot_key', ['communityId', 'lotId'])
export class GoodsGiftLineRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'goods_gift_line_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'gift_id', primaryKeyConstraintName: 'goods_gift_line_pkey' })
  giftId!: string;

  /** From 0. */
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'goods_gift_line_pkey' })
  n!: number;

  @Column('uuid', { name: 'lot_id' })
  lotId!: string;
}
