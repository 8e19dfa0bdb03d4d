import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Thanks } from './goods-thanks.entity';

/**
 * Goods that one giver brought at once. Its giver is a resident, an organisation, somebody who told
 * a name, or nobody who did.
 */
@Entity('goods_gift')
@Unique('goods_gift_number', ['communityId', 'storeId', 'number'])
@Index('goods_gift_of_store', ['communityId', 'storeId', 'id'])
@Index('goods_gift_of_drive', ['communityId', 'driveId', 'id'], {
  where: 'drive_id is not null',
})
@Index('goods_gift_of_resident', ['communityId', 'residentId', 'id'], {
  where: 'resident_id is not null',
})
export class GoodsGiftRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'goods_gift_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'goods_gift_pkey' })
  id!: string;

  @Column('uuid', { name: 'store_id' })
  storeId!: string;

  /** Without gaps in a store. */
  @Column('integer')
  number!: number;

  @Column('uuid', { name: 'drive_id', nullable: true })
  driveId!: string | null;

  @Column('uuid', { name: 'resident_id', nullable: true })
  residentId!: string | null;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  /** Of a giver from outside, as told. */
  @Column('text', { name: 'giver_name', nullable: true })
  giverName!: string | null;

  /** Whether the slip and the giver's page name the giver. */
  @Column('boolean')
  named!: boolean;

  @Column('text')
  thanks!: Thanks;

  @Column('uuid', { name: 'received_by', nullable: true })
  receivedBy!: string | null;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;

  @Column('uuid', { name: 'entry_id' })
  entryId!: string;
}
