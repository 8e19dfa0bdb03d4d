import { Column, Entity, PrimaryColumn } from 'typeorm';

const KEY = { primaryKeyConstraintName: 'pool_threshold_pkey' };

/**
 * How many approvals a pool's grants need from an amount on (minor units of its currency): a line
 * of a version of its table. A version holds from a moment on; of two for one the later one does.
 */
@Entity('pool_threshold')
export class PoolThresholdRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...KEY })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'pool_id', ...KEY })
  poolId!: string;

  @PrimaryColumn('bigint', { name: 'from_minor', ...KEY })
  fromMinor!: string;

  @Column('smallint')
  approvals!: number;

  @PrimaryColumn('integer', KEY)
  version!: number;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom!: Date;

  @Column('uuid', { name: 'set_by', nullable: true })
  setBy!: string | null;

  @Column('timestamptz', { name: 'set_at', nullable: true })
  setAt!: Date | null;
}
