import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** What a ballot is for: all seats, those that nobody won, or those for which some are tied. */
export const ELECTION_BALLOT_KINDS = ['first', 'again', 'run_off'] as const;
export type ElectionBallotKind = (typeof ELECTION_BALLOT_KINDS)[number];

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

  @Column('text')
  kind!: ElectionBallotKind;

  /** The seats that were left when it opened. */
  @Column('integer')
  seats!: number;

  @Column('timestamptz', { name: 'counted_at', nullable: true })
  countedAt!: Date | null;
}
