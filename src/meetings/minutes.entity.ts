import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const PKEY = { primaryKeyConstraintName: 'meeting_minutes_pkey' };

/** A version of a meeting's minutes. */
@Entity('meeting_minutes')
@Index('meeting_minutes_version', ['communityId', 'meetingId', 'version'], { unique: true })
@Index('meeting_minutes_unapproved', ['communityId', 'meetingId', 'id'], {
  where: 'approved_at is null',
})
export class MinutesRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...PKEY })
  communityId!: string;

  @PrimaryColumn('uuid', { ...PKEY })
  id!: string;

  @Column('uuid', { name: 'meeting_id' })
  meetingId!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  text!: string;

  @Column('uuid', { name: 'written_by' })
  writtenBy!: string;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt!: Date;

  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt!: Date | null;
}
