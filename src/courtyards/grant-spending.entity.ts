import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

export type SpendingState = 'waiting' | 'confirmed' | 'declined' | 'reversed';

/** What a grantee says that it spent of a grant. */
@Entity('grant_spending')
@Unique('grant_spending_key', ['communityId', 'key'])
@Index('grant_spending_of_grant', ['communityId', 'grantId', 'id'])
@Index('grant_spending_of_organisation', ['communityId', 'organisationId', 'id'])
@Index('grant_spending_told', ['communityId', 'organisationId', 'decidedAt'], {
  where: `state = 'confirmed'`,
})
@Index('grant_spending_waiting', ['organisationId', 'id'], {
  where: `state = 'waiting'`,
})
export class GrantSpendingRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'grant_spending_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'grant_spending_pkey' })
  id!: string;

  @Column('uuid', { name: 'grant_id' })
  grantId!: string;

  /** The grantee. */
  @Column('uuid', { name: 'organisation_id' })
  organisationId!: string;

  @Column('bigint')
  minor!: string;

  @Column('text')
  purpose!: string;

  @Column('date', { name: 'spent_on' })
  spentOn!: string;

  @Column('text')
  state!: SpendingState;

  /** The client's key, so that a request that comes twice is recorded once. */
  @Column('text')
  key!: string;

  @Column('bytea')
  fingerprint!: Buffer;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  /** The second person, or who declined it. */
  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'decline_reason', nullable: true })
  declineReason!: string | null;

  @Column('uuid', { name: 'entry_id', nullable: true })
  entryId!: string | null;

  @Column('uuid', { name: 'reversed_by', nullable: true })
  reversedBy!: string | null;

  @Column('timestamptz', { name: 'reversed_at', nullable: true })
  reversedAt!: Date | null;

  @Column('text', { name: 'reverse_reason', nullable: true })
  reverseReason!: string | null;
}
