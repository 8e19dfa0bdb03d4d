import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who may decide what a pool gives, and what each means. */
export const DECIDERS = {
  board: "The board of its foundation, by the pool's table of approvals.",
  council: 'A council, by a resolution.',
  procedure: 'The steps of a procedure, to its end: public funds.',
} as const;
export type DecidedBy = keyof typeof DECIDERS;

/** Who decides what a pool gives from a moment on; of two for one the later one (by id) holds. */
@Entity('pool_decider')
@Index('pool_decider_in_force', ['communityId', 'poolId', 'validFrom', 'id'])
export class PoolDeciderRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'pool_decider_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pool_decider_pkey' })
  id!: string;

  @Column('uuid', { name: 'pool_id' })
  poolId!: string;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom!: Date;

  @Column('text', { name: 'decided_by' })
  decidedBy!: DecidedBy;

  /** Which council, where a council decides. */
  @Column('uuid', { name: 'council_id', nullable: true })
  councilId!: string | null;

  @Column('uuid', { name: 'set_by', nullable: true })
  setBy!: string | null;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}
