import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Verdict } from './states';

/** One member's vote on an application, with the request that cast it. */
@Entity('review')
@Unique('review_request_key', ['communityId', 'key'])
export class ReviewRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'review_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'application_id', primaryKeyConstraintName: 'review_pkey' })
  applicationId!: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'review_pkey' })
  personId!: string;

  @Column('text')
  verdict!: Verdict;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { name: 'reviewed_at' })
  reviewedAt!: Date;

  @Column('text')
  key!: string;

  @Column('bytea')
  fingerprint!: Buffer;
}
