import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The hash of a word by which a giver follows a gift; the word itself is on the slip alone. */
@Entity('goods_gift_link')
@Index('goods_gift_link_of_gift', ['communityId', 'giftId'])
export class GoodsGiftLinkRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'goods_gift_link_pkey' })
  communityId!: string;

  /** SHA-256. */
  @PrimaryColumn('bytea', {
    name: 'token_hash',
    primaryKeyConstraintName: 'goods_gift_link_pkey',
  })
  tokenHash!: Buffer;

  @Column('uuid', { name: 'gift_id' })
  giftId!: string;

  @Column('uuid', { name: 'made_by', nullable: true })
  madeBy!: string | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}
