import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const PKEY = { primaryKeyConstraintName: 'meeting_attendance_pkey' };

/** That a resident came to a meeting, however they did: once. */
@Entity('meeting_attendance')
@Index('meeting_attendance_of_resident', ['communityId', 'residentId', 'meetingId'])
@Index('meeting_attendance_by_list', ['communityId', 'listId'], {
  where: 'list_id is not null',
})
export class AttendanceRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...PKEY })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'meeting_id', ...PKEY })
  meetingId!: string;

  @PrimaryColumn('uuid', { name: 'resident_id', ...PKEY })
  residentId!: string;

  /** When they signed in on line. */
  @Column('timestamptz', { name: 'online_at', nullable: true })
  onlineAt!: Date | null;

  /** The list of those in the room on which they stand. */
  @Column('uuid', { name: 'list_id', nullable: true })
  listId!: string | null;
}
