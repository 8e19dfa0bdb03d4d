import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const PKEY = { primaryKeyConstraintName: 'meeting_change_pkey' };

/** What of a meeting was announced before it was changed, and why it was. */
@Entity('meeting_change')
@Index('meeting_change_of_meeting', ['communityId', 'meetingId', 'id'])
export class MeetingChangeRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...PKEY })
  communityId!: string;

  @PrimaryColumn('uuid', { ...PKEY })
  id!: string;

  @Column('uuid', { name: 'meeting_id' })
  meetingId!: string;

  @Column('text', { nullable: true })
  agenda!: string | null;

  @Column('text')
  venue!: string;

  @Column('text', { nullable: true })
  link!: string | null;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('integer', { name: 'duration_minutes' })
  durationMinutes!: number;

  @Column('text')
  reason!: string;

  @Column('uuid', { name: 'changed_by', nullable: true })
  changedBy!: string | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
