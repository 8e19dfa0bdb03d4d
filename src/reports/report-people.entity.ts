import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many people or households a cell of a report holds. */
@Entity('report_people')
export class ReportPeopleRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'report_people_pkey' })
  communityId!: string;

  /** The first day of the month. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'report_people_pkey' })
  month!: string;

  /** All zeros: the whole community. */
  @PrimaryColumn('uuid', { name: 'store_id', primaryKeyConstraintName: 'report_people_pkey' })
  storeId!: string;

  /** `households`, or a way to take part. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'report_people_pkey' })
  figure!: string;

  /** A priority group, or a band of ages. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'report_people_pkey' })
  cell!: string;

  @Column('integer')
  people!: number;
}
