import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const PKEY = { primaryKeyConstraintName: 'meeting_group_pkey' };

/** Those at an open space who work at one topic, and what they wrote down. */
@Entity('meeting_group')
@Index('meeting_group_one_topic', ['communityId', 'topicId'], { unique: true })
@Index('meeting_group_of_meeting', ['communityId', 'meetingId', 'id'])
export class GroupRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...PKEY })
  communityId!: string;

  @PrimaryColumn('uuid', { ...PKEY })
  id!: string;

  @Column('uuid', { name: 'meeting_id' })
  meetingId!: string;

  @Column('uuid', { name: 'topic_id' })
  topicId!: string;

  /** Where it sits: "by the window". */
  @Column('text')
  spot!: string;

  @Column('uuid', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('integer', { nullable: true })
  people!: number | null;

  @Column('text', { nullable: true })
  notes!: string | null;

  @Column('uuid', { name: 'noted_by', nullable: true })
  notedBy!: string | null;

  @Column('timestamptz', { name: 'noted_at', nullable: true })
  notedAt!: Date | null;
}
