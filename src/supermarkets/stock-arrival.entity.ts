import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A transfer as the store sees it that it is sent to: in that store's books. */
@Entity('stock_arrival')
@Index('stock_arrival_of_store', ['communityId', 'storeId', 'transferId'])
@Index('stock_arrival_open', { synchronize: false })
export class StockArrivalRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'stock_arrival_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'transfer_id', primaryKeyConstraintName: 'stock_arrival_pkey' })
  transferId!: string;

  @Column('uuid', { name: 'store_id' })
  storeId!: string;

  /** In whose books the transfer stands. */
  @Column('uuid', { name: 'from_community_id' })
  fromCommunityId!: string;

  /** Whether it is still on its way. */
  @Column('boolean')
  open!: boolean;
}
