import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const LIST_STATES = ['waiting', 'witnessed', 'rejected'] as const;
export type ListState = (typeof LIST_STATES)[number];

const PKEY = { primaryKeyConstraintName: 'meeting_attendance_list_pkey' };

/** Who a clerk saw in the room, as a list, and what a second person said of it. */
@Entity('meeting_attendance_list')
@Index('meeting_attendance_list_of_meeting', ['communityId', 'meetingId', 'id'])
@Index('meeting_attendance_list_waiting', ['communityId', 'id'], { where: `state = 'waiting'` })
export class AttendanceListRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...PKEY })
  communityId!: string;

  @PrimaryColumn('uuid', { ...PKEY })
  id!: string;

  @Column('uuid', { name: 'meeting_id' })
  meetingId!: string;

  @Column('text')
  state!: ListState;

  @Column('integer')
  people!: number;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'reject_reason', nullable: true })
  rejectReason!: string | null;
}
