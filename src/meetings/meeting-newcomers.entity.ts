import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgeBand } from '../reports/figures';

const PKEY = { primaryKeyConstraintName: 'meeting_newcomers_pkey' };

/** How many residents of an age were counted in a month, for their first meeting of its year. */
@Entity('meeting_newcomers')
export class MeetingNewcomersRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...PKEY })
  communityId!: string;

  /** The first day of the month. */
  @PrimaryColumn('date', { ...PKEY })
  month!: string;

  @PrimaryColumn('text', { ...PKEY })
  band!: AgeBand;

  @Column('integer')
  people!: number;
}
