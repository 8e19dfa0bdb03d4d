import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Day } from '../kernel/calendar';

const PKEY = { primaryKeyConstraintName: 'meeting_action_pkey' };

/** What a meeting or a group of it agreed to do: who, and by when. */
@Entity('meeting_action')
@Index('meeting_action_of_meeting', ['communityId', 'meetingId', 'id'])
@Index('meeting_action_of_group', ['communityId', 'groupId', 'id'], {
  where: 'group_id is not null',
})
export class ActionRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...PKEY })
  communityId!: string;

  @PrimaryColumn('uuid', { ...PKEY })
  id!: string;

  @Column('uuid', { name: 'meeting_id' })
  meetingId!: string;

  @Column('uuid', { name: 'group_id', nullable: true })
  groupId!: string | null;

  @Column('text')
  text!: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column('uuid', { name: 'resident_id', nullable: true })
  residentId!: string | null;

  @Column('date', { name: 'due_on' })
  dueOn!: Day;

  @Column('uuid', { name: 'agreed_by' })
  agreedBy!: string;

  @Column('timestamptz', { name: 'agreed_at' })
  agreedAt!: Date;

  @Column('uuid', { name: 'done_by', nullable: true })
  doneBy!: string | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;

  @Column('text', { name: 'done_note', nullable: true })
  doneNote!: string | null;
}
