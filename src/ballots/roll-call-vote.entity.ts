import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A vote with a name on it, in a ballot that is a roll call. Never changed. */
@Entity('roll_call_vote')
export class RollCallVoteRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'roll_call_vote_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'ballot_id', primaryKeyConstraintName: 'roll_call_vote_pkey' })
  ballotId!: string;

  @PrimaryColumn('uuid', { name: 'unit_id', primaryKeyConstraintName: 'roll_call_vote_pkey' })
  unitId!: string;

  @Column('uuid', { name: 'resident_id' })
  residentId!: string;

  /** A bit for each of the ballot's choices that is marked, the first of them the lowest. */
  @Column('integer')
  marks!: number;
}
