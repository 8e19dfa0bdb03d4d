import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** When and where a course is held. */
@Entity('course_session')
@Index('course_session_in_time', ['communityId', 'courseId', 'startsAt', 'id'])
export class CourseSessionRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'course_session_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_session_pkey' })
  id!: string;

  @Column('uuid', { name: 'course_id' })
  courseId!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('smallint')
  minutes!: number;

  @Column('text')
  venue!: string;
}
