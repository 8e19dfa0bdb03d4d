import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A resident who took part in a month, in one way or in any. */
@Entity('report_resident')
export class ReportResidentRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'report_resident_pkey' })
  communityId!: string;

  /** The first day of the month. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'report_resident_pkey' })
  month!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'report_resident_pkey' })
  way!: string;

  @PrimaryColumn('uuid', { name: 'resident_id', primaryKeyConstraintName: 'report_resident_pkey' })
  residentId!: string;

  /** How many of their acts stand. */
  @Column('integer')
  times!: number;

  /** The age they had when that was first sealed. */
  @Column('text')
  band!: string;
}
