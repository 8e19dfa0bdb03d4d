import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const KEY = { primaryKeyConstraintName: 'verification_pkey' };

/** What one check said of a set of books. */
export interface CheckTold {
  readonly name: string;
  readonly says: string;
  readonly tookMs: number;
  /** The rows that should not be, ten at most: none where it holds. */
  readonly rows: readonly Record<string, unknown>[];
}

/** That somebody asked for a set of books to be verified, and what came of it. */
@Entity('verification')
@Index('verification_waiting', ['communityId'], { unique: true, where: 'ended_at is null' })
export class VerificationRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...KEY })
  communityId!: string;

  @PrimaryColumn('uuid', { ...KEY })
  id!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('uuid', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'begun_at', nullable: true })
  begunAt!: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** How many checks do not hold. */
  @Column('integer', { nullable: true })
  wrong!: number | null;

  @Column('jsonb', { nullable: true })
  checks!: readonly CheckTold[] | null;
}
