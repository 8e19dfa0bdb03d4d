import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { VoteBy } from '../ballots/ballot.entity';
import type { OrganisationKind } from '../society/organisation.entity';

export const ELECTION_STATES = ['called', 'concluded', 'called_off'] as const;
export type ElectionState = (typeof ELECTION_STATES)[number];

/** An election of a council's members for a coming term, with what it goes by. */
@Entity('election')
@Index('election_of_council', ['communityId', 'councilId', 'id'])
@Index('election_under_way', ['communityId', 'councilId'], {
  unique: true,
  where: 'ended_at is null',
})
@Index('election_of_term', ['communityId', 'termId'], {
  unique: true,
  where: 'term_id is not null',
})
export class ElectionRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'election_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'election_pkey' })
  id!: string;

  @Column('uuid', { name: 'council_id' })
  councilId!: string;

  @Column('text')
  state!: ElectionState;

  /** The first day of the term. */
  @Column('date', { name: 'term_from' })
  termFrom!: string;

  @Column('text', { name: 'vote_by' })
  voteBy!: VoteBy;

  @Column('timestamptz', { name: 'nominations_until' })
  nominationsUntil!: Date;

  /** What share of the roll must take part. */
  @Column('smallint', { name: 'turnout_num' })
  turnoutNum!: number;

  @Column('smallint', { name: 'turnout_den' })
  turnoutDen!: number;

  @Column('boolean', { name: 'turnout_strict' })
  turnoutStrict!: boolean;

  /** What share of the votes a winner needs in a ward's first ballot. */
  @Column('smallint', { name: 'wins_num' })
  winsNum!: number;

  @Column('smallint', { name: 'wins_den' })
  winsDen!: number;

  @Column('boolean', { name: 'wins_strict' })
  winsStrict!: boolean;

  /** The same where a ward votes again for the seats that are left. */
  @Column('smallint', { name: 'again_num' })
  againNum!: number;

  @Column('smallint', { name: 'again_den' })
  againDen!: number;

  @Column('boolean', { name: 'again_strict' })
  againStrict!: boolean;

  /** What share of the electors may demand that a seat is voted on again. */
  @Column('smallint', { name: 'recall_num' })
  recallNum!: number;

  @Column('smallint', { name: 'recall_den' })
  recallDen!: number;

  @Column('boolean', { name: 'recall_strict' })
  recallStrict!: boolean;

  /** Whether there must be more candidates than seats (差额选举). */
  @Column('boolean', { name: 'more_candidates' })
  moreCandidates!: boolean;

  @Column('boolean', { name: 'self_nomination' })
  selfNomination!: boolean;

  /** So many residents nominate together; 0: residents nominate nobody but themselves. */
  @Column('integer')
  supporters!: number;

  /** The kinds of organisation that may nominate. */
  @Column('text', { array: true })
  organisations!: OrganisationKind[];

  @Column('uuid', { name: 'called_by', nullable: true })
  calledBy!: string | null;

  @Column('timestamptz', { name: 'called_at' })
  calledAt!: Date;

  /** The term that it seated. */
  @Column('uuid', { name: 'term_id', nullable: true })
  termId!: string | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'call_off_reason', nullable: true })
  callOffReason!: string | null;
}
