import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What courses are credited by. */
export const COURSE_RATE_PER = ['hour', 'session'] as const;
export type CourseRatePer = (typeof COURSE_RATE_PER)[number];

/** What attending a course earns in a scheme, from a day on. */
@Entity('credit_course_rate')
export class CourseRateRow {
  @PrimaryColumn('uuid', {
    name: 'scheme_id',
    primaryKeyConstraintName: 'credit_course_rate_pkey',
  })
  schemeId!: string;

  @PrimaryColumn('date', {
    name: 'valid_from',
    primaryKeyConstraintName: 'credit_course_rate_pkey',
  })
  validFrom!: string;

  @Column('text')
  per!: CourseRatePer;

  /** Whole credits; 0: courses earn nothing. */
  @Column('integer')
  credits!: number;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}
