import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Which candidate a choice of a ballot is. */
@Entity('election_choice')
@Unique('election_choice_once', ['communityId', 'ballotId', 'candidateId'])
export class ElectionChoiceRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'election_choice_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'ballot_id', primaryKeyConstraintName: 'election_choice_pkey' })
  ballotId!: string;

  /** The place of the choice among the ballot's, from 0. */
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'election_choice_pkey' })
  choice!: number;

  @Column('uuid', { name: 'candidate_id' })
  candidateId!: string;
}
