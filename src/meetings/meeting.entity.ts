import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MeetingKind } from './meeting-kinds';

/** A meeting that was convened: to come, being held, held and closed, or cancelled. */
@Entity('meeting')
@Index('meeting_by_start', ['communityId', 'startsAt', 'id'])
@Index('meeting_in_place', ['communityId', 'placeId', 'startsAt', 'id'])
@Index('meeting_by_council', ['communityId', 'councilId', 'startsAt', 'id'], {
  where: 'council_id is not null',
})
@Index('meeting_by_motion', ['communityId', 'motionId', 'startsAt', 'id'], {
  where: 'motion_id is not null',
})
export class MeetingRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'meeting_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_pkey' })
  id!: string;

  @Column('text')
  kind!: MeetingKind;

  /** Whose people it is for: the community, or a courtyard or grid of it. */
  @Column('uuid', { name: 'place_id' })
  placeId!: string;

  /** The council that meets; null: not a council's meeting. */
  @Column('uuid', { name: 'council_id', nullable: true })
  councilId!: string | null;

  /** The motion that a hearing is about. */
  @Column('uuid', { name: 'motion_id', nullable: true })
  motionId!: string | null;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  agenda!: string | null;

  @Column('text')
  venue!: string;

  @Column('text', { nullable: true })
  link!: string | null;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('integer', { name: 'duration_minutes' })
  durationMinutes!: number;

  @Column('uuid', { name: 'convened_by', nullable: true })
  convenedBy!: string | null;

  @Column('timestamptz', { name: 'convened_at' })
  convenedAt!: Date;

  @Column('uuid', { name: 'cancelled_by', nullable: true })
  cancelledBy!: string | null;

  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt!: Date | null;

  @Column('text', { name: 'cancel_reason', nullable: true })
  cancelReason!: string | null;

  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy!: string | null;

  /** Since when it counts as held: who came is settled. */
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
