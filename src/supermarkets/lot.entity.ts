import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Where goods come from. The books use the same words. */
export const LOT_SOURCES = ['DONATED', 'PURCHASED', 'OPERATOR_OWNED'] as const;
export type LotSource = (typeof LOT_SOURCES)[number];

/** Goods of one product that came to a store together. What is left of them, the books tell. */
@Entity('lot')
@Index('lot_first_expiring_of_product', { synchronize: false })
@Index('lot_first_expiring_of_store', { synchronize: false })
@Index('lot_called_back', ['communityId', 'storeId', 'id'], { where: 'recalled_at is not null' })
export class LotRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'lot_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'lot_pkey' })
  id!: string;

  @Column('uuid', { name: 'store_id' })
  storeId!: string;

  @Column('uuid', { name: 'product_id' })
  productId!: string;

  @Column('text')
  source!: LotSource;

  /** Pieces received. */
  @Column('integer')
  quantity!: number;

  /** Minor units of the pool's currency for a piece; null for what was given. */
  @Column('bigint', { name: 'unit_cost', nullable: true })
  unitCost!: string | null;

  /** The pool that paid, or that pays as pieces are exchanged; null for what was given. */
  @Column('uuid', { name: 'pool_id', nullable: true })
  poolId!: string | null;

  @Column('text', { name: 'donor_name', nullable: true })
  donorName!: string | null;

  @Column('uuid', { name: 'donor_organisation_id', nullable: true })
  donorOrganisationId!: string | null;

  /** The last day on which they are good; null: they keep. */
  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn!: string | null;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;

  @Column('uuid', { name: 'entry_id' })
  entryId!: string;

  /** Set when someone saw that nothing is left; a voided exchange clears it. */
  @Column('timestamptz', { name: 'emptied_at', nullable: true })
  emptiedAt!: Date | null;

  /** Since when it must not be given any more; null: it may. */
  @Column('timestamptz', { name: 'recalled_at', nullable: true })
  recalledAt!: Date | null;

  @Column('uuid', { name: 'recalled_by', nullable: true })
  recalledBy!: string | null;

  @Column('text', { name: 'recall_reason', nullable: true })
  recallReason!: string | null;

  /** The lot of another store that it was part of, and the transfer by which it came; else null. */
  @Column('uuid', { name: 'from_community_id', nullable: true })
  fromCommunityId!: string | null;

  @Column('uuid', { name: 'from_lot_id', nullable: true })
  fromLotId!: string | null;

  @Column('uuid', { name: 'transfer_id', nullable: true })
  transferId!: string | null;
}
