import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const PKEY = { primaryKeyConstraintName: 'meeting_pitch_pkey' };

/** A project that an organisation presents at a pitch fair. */
@Entity('meeting_pitch')
@Index('meeting_pitch_of_meeting', ['communityId', 'meetingId', 'id'])
export class PitchRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...PKEY })
  communityId!: string;

  @PrimaryColumn('uuid', { ...PKEY })
  id!: string;

  @Column('uuid', { name: 'meeting_id' })
  meetingId!: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  title!: string;

  @Column('text')
  text!: string;

  /** How many households back it. */
  @Column('integer')
  backers!: number;

  @Column('uuid', { name: 'pitched_by' })
  pitchedBy!: string;

  @Column('timestamptz', { name: 'pitched_at' })
  pitchedAt!: Date;
}
