import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who votes once: a household, whoever of it casts the vote, or each resident. */
export const VOTE_BY = ['household', 'resident'] as const;
export type VoteBy = (typeof VOTE_BY)[number];

/** A question that the people of a community answer in secret, once each or once a household. */
@Entity('ballot')
export class BallotRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'ballot_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ballot_pkey' })
  id!: string;

  @Column('text')
  question!: string;

  @Column('text', { array: true })
  choices!: string[];

  @Column('text', { name: 'vote_by' })
  voteBy!: VoteBy;

  /** How many may vote: the roll's units. */
  @Column('integer')
  base!: number;

  /** Over how many boxes its votes, and over how many pages its roll is spread. */
  @Column('integer')
  boxes!: number;

  /** What a token's signature is checked with (SPKI). */
  @Column('bytea', { name: 'public_key' })
  publicKey!: Buffer;

  /** What tokens are signed with (PKCS 8); gone once the ballot is closed. */
  @Column('bytea', { name: 'signing_key', nullable: true })
  signingKey!: Buffer | null;

  @Column('uuid', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'closes_at' })
  closesAt!: Date;

  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy!: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  /** The votes for each choice, in the order of the choices, once it is closed. */
  @Column('integer', { array: true, nullable: true })
  votes!: number[] | null;
}
