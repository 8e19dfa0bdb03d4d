import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A course that an organisation gives in a community (N3, A7). */
@Entity('course')
export class CourseRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'course_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_pkey' })
  id!: string;

  /** Who gives it. */
  @Column('uuid', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  title!: string;

  /** Who speaks: often from outside, so that only the name is known. */
  @Column('text')
  lecturer!: string;

  @Column('text', { nullable: true })
  about!: string | null;

  @Column('smallint')
  capacity!: number;

  /** How many are enrolled now: never more than there is room for. */
  @Column('smallint')
  enrolled!: number;

  @Column('uuid', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;
}
