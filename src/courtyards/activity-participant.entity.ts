import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgeBand } from '../reports/figures';

const KEY = { primaryKeyConstraintName: 'activity_participant_pkey' };

/** A resident who took part in an activity, with the band of their age on that day. */
@Entity('activity_participant')
export class ActivityParticipantRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...KEY })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'activity_id', ...KEY })
  activityId!: string;

  @PrimaryColumn('uuid', { name: 'resident_id', ...KEY })
  residentId!: string;

  @Column('text')
  band!: AgeBand;
}
