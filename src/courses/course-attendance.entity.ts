import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const PKEY = { primaryKeyConstraintName: 'course_attendance_pkey' };

/** That a resident was at a session; of all that was taken back, one stands at most. */
@Entity('course_attendance')
@Index('course_attendance_once', ['communityId', 'sessionId', 'residentId'], {
  unique: true,
  where: 'cancelled_at is null',
})
@Index('course_attendance_of_session', ['communityId', 'sessionId', 'id'])
@Index('course_attendance_of_resident', ['communityId', 'residentId', 'id'])
export class CourseAttendanceRow {
  @PrimaryColumn('uuid', { ...PKEY, name: 'community_id' })
  communityId!: string;

  @PrimaryColumn('uuid', { ...PKEY })
  id!: string;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('uuid', { name: 'course_id' })
  courseId!: string;

  @Column('uuid', { name: 'resident_id' })
  residentId!: string;

  /** Whose credits it earns; null where it earns none. */
  @Column('uuid', { name: 'scheme_id', nullable: true })
  schemeId!: string | null;

  /** Whole credits, by the scheme's rate of the day of the session. */
  @Column('bigint', { nullable: true })
  credits!: string | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy!: string | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  @Column('uuid', { name: 'cancelled_by', nullable: true })
  cancelledBy!: string | null;

  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt!: Date | null;

  @Column('text', { name: 'cancel_reason', nullable: true })
  cancelReason!: string | null;

  /** The client's key under which it was taken back, and what was asked. */
  @Column('text', { name: 'cancel_key', nullable: true })
  cancelKey!: string | null;

  @Column('bytea', { name: 'cancel_fingerprint', nullable: true })
  cancelFingerprint!: Buffer | null;
}
