import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const RECALL_STATES = [
  'gathering',
  'voting',
  'recalled',
  'kept',
  'no_quorum',
  'lapsed',
] as const;
export type RecallState = (typeof RECALL_STATES)[number];

/** A demand by electors that a seat which they gave is voted on again. */
@Entity('seat_recall')
@Index('seat_recall_of_seat', ['communityId', 'seatId', 'id'])
@Index('seat_recall_under_way', ['communityId', 'seatId'], {
  unique: true,
  where: 'ended_at is null',
})
export class SeatRecallRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'seat_recall_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'seat_recall_pkey' })
  id!: string;

  @Column('uuid', { name: 'seat_id' })
  seatId!: string;

  /** The ward whose electors gave the seat. */
  @Column('uuid', { name: 'ward_id' })
  wardId!: string;

  @Column('text')
  ground!: string;

  /** So many signatures are needed: worked out when it was demanded. */
  @Column('integer')
  needed!: number;

  @Column('text')
  state!: RecallState;

  @Column('timestamptz', { name: 'demanded_at' })
  demandedAt!: Date;

  @Column('timestamptz', { name: 'gathers_until' })
  gathersUntil!: Date;

  @Column('uuid', { name: 'ballot_id', nullable: true })
  ballotId!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
