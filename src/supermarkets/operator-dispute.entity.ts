import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

export const DISPUTE_STATES = ['raised', 'insisted', 'reduced', 'kept'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

/** A line of an operator's statement that the foundation does not take as it stands. */
@Entity('operator_dispute')
@Unique('operator_dispute_line', ['communityId', 'statementId', 'line'])
@Index('operator_dispute_of_store', ['communityId', 'storeId', 'id'])
@Index('operator_dispute_insisted', ['communityId', 'poolId', 'id'], {
  where: `state = 'insisted'`,
})
export class OperatorDisputeRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'operator_dispute_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'operator_dispute_pkey' })
  id!: string;

  @Column('uuid', { name: 'statement_id' })
  statementId!: string;

  @Column('integer')
  line!: number;

  @Column('uuid', { name: 'store_id' })
  storeId!: string;

  @Column('uuid', { name: 'pool_id' })
  poolId!: string;

  /** Null where an amount is disputed and not how many there were. */
  @Column('integer', { nullable: true })
  pieces!: number | null;

  /** Minor units. */
  @Column('bigint')
  amount!: string;

  @Column('text')
  reason!: string;

  @Column('text')
  state!: DisputeState;

  @Column('uuid', { name: 'raised_by' })
  raisedBy!: string;

  @Column('timestamptz', { name: 'raised_at' })
  raisedAt!: Date;

  /** What the operator says to it. */
  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredBy!: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  /** Why it was decided so. */
  @Column('text', { nullable: true })
  decision!: string | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
