import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgeBand } from '../reports/figures';

const PKEY = { primaryKeyConstraintName: 'meeting_year_resident_pkey' };

/** To how many meetings of a year a resident came, and how old they were at the first closed. */
@Entity('meeting_year_resident')
export class MeetingYearResidentRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...PKEY })
  communityId!: string;

  @PrimaryColumn('integer', { ...PKEY })
  year!: number;

  @PrimaryColumn('uuid', { name: 'resident_id', ...PKEY })
  residentId!: string;

  @Column('text')
  band!: AgeBand;

  /** The first day of the month to which they were counted. */
  @Column('date', { name: 'first_month' })
  firstMonth!: string;

  @Column('integer')
  meetings!: number;
}
