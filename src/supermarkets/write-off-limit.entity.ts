import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What one person may write off in a store in a day without a second, from a moment on. */
@Entity('write_off_limit')
@Index('write_off_limit_of_store', ['communityId', 'storeId', 'id'])
export class WriteOffLimitRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'write_off_limit_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'write_off_limit_pkey' })
  id!: string;

  @Column('uuid', { name: 'store_id' })
  storeId!: string;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom!: Date;

  @Column('integer')
  pieces!: number;

  /** Minor units of the store's pool's currency, of what cost something; null: no such limit. */
  @Column('bigint', { name: 'value_minor', nullable: true })
  valueMinor!: string | null;

  @Column('uuid', { name: 'set_by' })
  setBy!: string;
}
