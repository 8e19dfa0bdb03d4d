import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many approvals a pool's grants need from an amount on (minor units of its currency). */
@Entity('pool_threshold')
export class PoolThresholdRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'pool_threshold_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'pool_id', primaryKeyConstraintName: 'pool_threshold_pkey' })
  poolId!: string;

  @PrimaryColumn('bigint', { name: 'from_minor', primaryKeyConstraintName: 'pool_threshold_pkey' })
  fromMinor!: string;

  @Column('smallint')
  approvals!: number;
}
