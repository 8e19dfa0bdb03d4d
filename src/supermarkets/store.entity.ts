import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A charity supermarket (慈善超市): premises given by one, run by another (A1). */
@Entity('store')
@Unique('store_code_key', ['communityId', 'code'])
@Index('store_of_operator', ['operatorId'])
@Index('store_of_pool', ['communityId', 'poolId'])
export class StoreRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'store_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'store_pkey' })
  id!: string;

  /** 2 to 8 capitals and digits; the numbers on its slips begin with it. */
  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('uuid', { name: 'operator_id' })
  operatorId!: string;

  @Column('uuid', { name: 'premises_owner_id' })
  premisesOwnerId!: string;

  /** The pool that pays for the operator's own goods. */
  @Column('uuid', { name: 'pool_id' })
  poolId!: string;

  @Column('date', { name: 'opened_on' })
  openedOn!: string;
}
