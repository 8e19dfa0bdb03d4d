import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

export const WRITE_OFF_REASONS = ['expired', 'damaged', 'lost', 'spoiled', 'other'] as const;
export type WriteOffReason = (typeof WRITE_OFF_REASONS)[number];

export const WRITE_OFF_STATES = ['waiting', 'posted', 'declined', 'reversed'] as const;
export type WriteOffState = (typeof WRITE_OFF_STATES)[number];

/** Pieces of a lot that nobody can use any more. */
@Entity('write_off')
@Unique('write_off_key', ['communityId', 'key'])
@Index('write_off_of_store', ['communityId', 'storeId', 'id'])
@Index('write_off_waiting', ['communityId', 'storeId', 'id'], { where: "state = 'waiting'" })
@Index('write_off_alone', { synchronize: false })
export class WriteOffRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'write_off_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'write_off_pkey' })
  id!: string;

  @Column('uuid', { name: 'store_id' })
  storeId!: string;

  @Column('uuid', { name: 'lot_id' })
  lotId!: string;

  @Column('integer')
  pieces!: number;

  @Column('text')
  reason!: WriteOffReason;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text')
  state!: WriteOffState;

  /** The client's key, and what was asked under it. */
  @Column('text')
  key!: string;

  @Column('bytea')
  fingerprint!: Buffer;

  @Column('uuid', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  /** The second person; null while it waits, and where none was needed. */
  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'decline_reason', nullable: true })
  declineReason!: string | null;

  @Column('uuid', { name: 'entry_id', nullable: true })
  entryId!: string | null;

  @Column('uuid', { name: 'reversed_by', nullable: true })
  reversedBy!: string | null;

  @Column('timestamptz', { name: 'reversed_at', nullable: true })
  reversedAt!: Date | null;

  @Column('text', { name: 'reverse_reason', nullable: true })
  reverseReason!: string | null;
}
