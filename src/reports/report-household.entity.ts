import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A household that was served in a month. */
@Entity('report_household')
export class ReportHouseholdRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'report_household_pkey',
  })
  communityId!: string;

  /** The first day of the month. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'report_household_pkey' })
  month!: string;

  /** All zeros: the whole community. */
  @PrimaryColumn('uuid', { name: 'store_id', primaryKeyConstraintName: 'report_household_pkey' })
  storeId!: string;

  @PrimaryColumn('uuid', {
    name: 'household_id',
    primaryKeyConstraintName: 'report_household_pkey',
  })
  householdId!: string;

  /** How many of its exchanges stand. */
  @Column('integer')
  times!: number;

  /** Those to which it belonged when that was first sealed. */
  @Column('text', { name: 'priority_groups', array: true })
  priorityGroups!: string[];
}
