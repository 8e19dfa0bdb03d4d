import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number that a store gave to a gift, locked while the next is given. */
@Entity('goods_gift_series')
export class GoodsGiftSeriesRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'goods_gift_series_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'store_id', primaryKeyConstraintName: 'goods_gift_series_pkey' })
  storeId!: string;

  @Column('integer', { name: 'last_number' })
  lastNumber!: number;
}
