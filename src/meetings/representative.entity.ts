import { Column, Entity, PrimaryColumn } from 'typeorm';

const PKEY = { primaryKeyConstraintName: 'meeting_representative_pkey' };

/** That an organisation came to a meeting, by one of its people. */
@Entity('meeting_representative')
export class RepresentativeRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...PKEY })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'meeting_id', ...PKEY })
  meetingId!: string;

  @PrimaryColumn('uuid', { name: 'organisation_id', ...PKEY })
  organisationId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('timestamptz', { name: 'represented_at' })
  representedAt!: Date;
}
