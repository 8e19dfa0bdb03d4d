import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const PKEY = { primaryKeyConstraintName: 'course_enrolment_pkey' };

/** That a resident takes part in a course. */
@Entity('course_enrolment')
@Index('course_enrolment_of_resident', ['communityId', 'residentId', 'courseId'])
export class CourseEnrolmentRow {
  @PrimaryColumn('uuid', { ...PKEY, name: 'community_id' })
  communityId!: string;

  @PrimaryColumn('uuid', { ...PKEY, name: 'course_id' })
  courseId!: string;

  @PrimaryColumn('uuid', { ...PKEY, name: 'resident_id' })
  residentId!: string;

  @Column('uuid', { name: 'enrolled_by' })
  enrolledBy!: string;

  @Column('timestamptz', { name: 'enrolled_at' })
  enrolledAt!: Date;

  /** When the resident left it again; null: takes part. */
  @Column('timestamptz', { name: 'left_at', nullable: true })
  leftAt!: Date | null;
}
