import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const TOPIC_ENDS = ['motion', 'need', 'withdrawn'] as const;
export type TopicEnd = (typeof TOPIC_ENDS)[number];

const PKEY = { primaryKeyConstraintName: 'meeting_topic_pkey' };

/** What somebody wants a meeting to talk of, and what became of it. */
@Entity('meeting_topic')
@Index('meeting_topic_of_meeting', ['communityId', 'meetingId', 'id'])
@Index('meeting_topic_of_motion', ['communityId', 'motionId'], {
  unique: true,
  where: 'motion_id is not null',
})
export class TopicRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...PKEY })
  communityId!: string;

  @PrimaryColumn('uuid', { ...PKEY })
  id!: string;

  @Column('uuid', { name: 'meeting_id' })
  meetingId!: string;

  @Column('text')
  title!: string;

  @Column('text')
  text!: string;

  @Column('boolean', { name: 'on_the_day' })
  onTheDay!: boolean;

  @Column('uuid', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('text', { nullable: true })
  became!: TopicEnd | null;

  @Column('uuid', { name: 'motion_id', nullable: true })
  motionId!: string | null;

  /** What is needed, or why it was withdrawn. */
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
