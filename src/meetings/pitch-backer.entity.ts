import { Column, Entity, PrimaryColumn } from 'typeorm';

const PKEY = { primaryKeyConstraintName: 'meeting_pitch_backer_pkey' };

/** That a household backs a project, by one who lives there. */
@Entity('meeting_pitch_backer')
export class PitchBackerRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...PKEY })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'pitch_id', ...PKEY })
  pitchId!: string;

  @PrimaryColumn('uuid', { name: 'household_id', ...PKEY })
  householdId!: string;

  @Column('uuid', { name: 'resident_id' })
  residentId!: string;
}
