import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgeBand } from '../reports/figures';

const PKEY = { primaryKeyConstraintName: 'meeting_people_pkey' };

/** How many of an age came to a meeting, since it was closed. */
@Entity('meeting_people')
export class MeetingPeopleRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...PKEY })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'meeting_id', ...PKEY })
  meetingId!: string;

  @PrimaryColumn('text', { ...PKEY })
  band!: AgeBand;

  @Column('integer')
  people!: number;
}
