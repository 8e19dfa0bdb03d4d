import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Currency } from '../kernel/currency';
import type { ApplicationState } from './states';

/** An organisation asks a pool for money (A5, C8). Its plan stays as it was submitted. */
@Entity('application')
@Index('application_by_pool', ['communityId', 'poolId', 'id'])
@Index('application_by_applicant', ['applicantId', 'id'])
@Index('application_undecided', ['communityId', 'poolId', 'id'], { where: `state = 'submitted'` })
export class ApplicationRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'application_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_pkey' })
  id!: string;

  @Column('uuid', { name: 'pool_id' })
  poolId!: string;

  @Column('uuid', { name: 'applicant_id' })
  applicantId!: string;

  /** The person who submitted it. */
  @Column('uuid', { name: 'submitted_by' })
  submittedBy!: string;

  @Column('text')
  title!: string;

  @Column('text')
  purpose!: string;

  /** The pool's. */
  @Column('text')
  currency!: Currency;

  @Column('bigint', { name: 'requested_minor' })
  requestedMinor!: string;

  @Column('text')
  state!: ApplicationState;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt!: Date;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
