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

  /** The place of the choice among the ballot's, from 0. */
  @Column('smallint')
  choice!: number;
}
