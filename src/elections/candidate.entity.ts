import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const NOMINATED_AS = ['self', 'residents', 'organisation'] as const;
export type NominatedAs = (typeof NOMINATED_AS)[number];

/** What a candidate came to in the ballots that were counted. */
export const STANDINGS = ['elected', 'tied', 'substitute', 'not_elected', 'passed_over'] as const;
export type CandidateStanding = (typeof STANDINGS)[number];

/** Somebody who was nominated for the seats of a ward. */
@Entity('election_candidate')
@Index('election_candidate_of_ward', ['communityId', 'wardId', 'id'])
@Index('election_candidate_asked', ['communityId', 'residentId', 'id'], {
  where: 'accepted_at is null and withdrawn_at is null',
})
@Index('election_candidate_once', ['communityId', 'electionId', 'residentId'], {
  unique: true,
  where: 'withdrawn_at is null',
})
export class CandidateRow {
  @PrimaryColumn('uuid', {
    ...{ name: 'community_id', primaryKeyConstraintName: 'election_candidate_pkey' },
  })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'election_candidate_pkey' })
  id!: string;

  @Column('uuid', { name: 'election_id' })
  electionId!: string;

  @Column('uuid', { name: 'ward_id' })
  wardId!: string;

  @Column('uuid', { name: 'resident_id' })
  residentId!: string;

  @Column('text', { name: 'nominated_as' })
  nominatedAs!: NominatedAs;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  /** What the nominee is put forward with. */
  @Column('text', { nullable: true })
  statement!: string | null;

  @Column('uuid', { name: 'nominated_by' })
  nominatedBy!: string;

  @Column('timestamptz', { name: 'nominated_at' })
  nominatedAt!: Date;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt!: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  /** What the counted ballots say; null before the first. */
  @Column('text', { nullable: true })
  standing!: CandidateStanding | null;

  /** The votes in the last ballot that was about the candidate. */
  @Column('integer', { nullable: true })
  votes!: number | null;

  /** The place among those who are elected, or who follow, in their ward; from 1. */
  @Column('integer', { nullable: true })
  rank!: number | null;
}
