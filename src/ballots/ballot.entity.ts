import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PassesOf } from './tally';

/** Who votes once: a household, whoever of it casts the vote, or each resident. */
export const VOTE_BY = ['household', 'resident'] as const;
export type VoteBy = (typeof VOTE_BY)[number];

/** In secret, or by name. */
export const BALLOT_KINDS = ['secret', 'roll_call'] as const;
export type BallotKind = (typeof BALLOT_KINDS)[number];

/** A question that people of a community answer, once each or once a household. */
@Entity('ballot')
@Index('ballot_in_place', ['communityId', 'placeId', 'id'])
@Index('ballot_open', ['communityId', 'closesAt', 'id'], { where: 'closed_at is null' })
export class BallotRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'ballot_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ballot_pkey' })
  id!: string;

  @Column('text')
  kind!: BallotKind;

  @Column('text')
  question!: string;

  @Column('text', { array: true })
  choices!: string[];

  /** Up to so many of them a vote may mark, or none at all; null: a vote is for one choice. */
  @Column('smallint', { name: 'most_marks', nullable: true })
  mostMarks!: number | null;

  /** The courtyard or grid whose people are asked; null: the community's. */
  @Column('uuid', { name: 'place_id', nullable: true })
  placeId!: string | null;

  @Column('text', { name: 'vote_by' })
  voteBy!: VoteBy;

  /** What shares are of: the roll's units without the recused ones, and the vacant seats. */
  @Column('integer')
  base!: number;

  /** Seats of a full membership that nobody held when it opened, and that have no vote. */
  @Column('integer', { default: 0 })
  vacant!: number;

  /** Over how many boxes its votes, and over how many pages its roll is spread; a roll call: 0. */
  @Column('integer')
  boxes!: number;

  /** What a token's signature is checked with (SPKI); a roll call has none. */
  @Column('bytea', { name: 'public_key', nullable: true })
  publicKey!: Buffer | null;

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

  /** How many voted, whatever they marked, once it is closed. */
  @Column('integer', { name: 'took_part', nullable: true })
  tookPart!: number | null;

  /** Of the votes for each choice, those that came on paper. */
  @Column('integer', { name: 'paper_votes', array: true, nullable: true })
  paperVotes!: number[] | null;

  @Column('smallint', { name: 'quorum_num', nullable: true })
  quorumNum!: number | null;

  @Column('smallint', { name: 'quorum_den', nullable: true })
  quorumDen!: number | null;

  @Column('boolean', { name: 'quorum_strict', nullable: true })
  quorumStrict!: boolean | null;

  @Column('smallint', { name: 'passes_num', nullable: true })
  passesNum!: number | null;

  @Column('smallint', { name: 'passes_den', nullable: true })
  passesDen!: number | null;

  @Column('boolean', { name: 'passes_strict', nullable: true })
  passesStrict!: boolean | null;

  @Column('text', { name: 'passes_of', nullable: true })
  passesOf!: PassesOf | null;

  /** Which of the choices is in favour. */
  @Column('smallint', { nullable: true })
  favoured!: number | null;
}
