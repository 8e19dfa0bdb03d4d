import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A ballot of a ward, about so many seats. */
@Entity('election_ballot')
@Unique('election_ballot_round', ['communityId', 'wardId', 'round'])
export class ElectionBallotRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'election_ballot_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'ballot_id', primaryKeyConstraintName: 'election_ballot_pkey' })
  ballotId!: string;

  @Column('uuid', { name: 'ward_id' })
  wardId!: string;

  /** Which ballot of its ward, from 1. */
  @Column('integer')
  round!: number;

  /** Among those alone who had the same votes for the last seat. */
  @Column('boolean', { name: 'run_off' })
  runOff!: boolean;

  /** The seats that were left when it opened. */
  @Column('integer')
  seats!: number;

  @Column('timestamptz', { name: 'counted_at', nullable: true })
  countedAt!: Date | null;
}
