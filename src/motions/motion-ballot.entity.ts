import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A ballot by which a council voted on a motion; without a quorum there may be another. */
@Entity('motion_ballot')
@Index('motion_ballot_key', ['communityId', 'ballotId'], { unique: true })
export class MotionBallotRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'motion_ballot_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'motion_id', primaryKeyConstraintName: 'motion_ballot_pkey' })
  motionId!: string;

  /** Which of the motion's ballots, from 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'motion_ballot_pkey' })
  n!: number;

  @Column('uuid', { name: 'ballot_id' })
  ballotId!: string;
}
