import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ResolutionState } from './states';

/** What a council has resolved: its motion's text, and the count of its ballot (C1). */
@Entity('resolution')
@Index('resolution_number', ['communityId', 'councilId', 'number'], { unique: true })
@Index('resolution_ballot', ['communityId', 'ballotId'], { unique: true })
@Index('resolution_of_motion', ['communityId', 'motionId', 'id'])
@Index('resolution_waiting', ['communityId', 'noticeUntil', 'id'], { where: `state = 'adopted'` })
@Index('resolution_key', ['communityId', 'key'], { unique: true })
export class ResolutionRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'resolution_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resolution_pkey' })
  id!: string;

  @Column('uuid', { name: 'motion_id' })
  motionId!: string;

  @Column('uuid', { name: 'council_id' })
  councilId!: string;

  @Column('uuid', { name: 'ballot_id' })
  ballotId!: string;

  /** Which of its council's resolutions, from 1. */
  @Column('integer')
  number!: number;

  @Column('timestamptz', { name: 'adopted_at' })
  adoptedAt!: Date;

  /** The first day on which it may be executed. */
  @Column('date', { name: 'notice_until' })
  noticeUntil!: string;

  /** The first day on which it may be executed no longer. */
  @Column('date', { name: 'lapses_on' })
  lapsesOn!: string;

  @Column('text')
  state!: ResolutionState;

  /** Who executed it, gave it up, or upheld an objection; null: its time ran out. */
  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'ended_because', nullable: true })
  endedBecause!: string | null;

  /** The request that executed it. */
  @Column('text', { nullable: true })
  key!: string | null;

  @Column('bytea', { nullable: true })
  fingerprint!: Buffer | null;
}
