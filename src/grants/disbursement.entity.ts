import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One person's request to pay a tranche (the maker), and what another (the checker) did. */
@Entity('disbursement')
@Index('disbursement_once', ['communityId', 'trancheId'], {
  unique: true,
  where: `state <> 'declined'`,
})
@Index('disbursement_unchecked', ['communityId', 'poolId', 'id'], { where: `state = 'requested'` })
export class DisbursementRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'disbursement_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'disbursement_pkey' })
  id!: string;

  @Column('uuid', { name: 'pool_id' })
  poolId!: string;

  @Column('uuid', { name: 'grant_id' })
  grantId!: string;

  @Column('uuid', { name: 'tranche_id' })
  trancheId!: string;

  @Column('text')
  state!: 'requested' | 'paid' | 'declined';

  @Column('uuid', { name: 'maker_id' })
  makerId!: string;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Column('uuid', { name: 'checker_id', nullable: true })
  checkerId!: string | null;

  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt!: Date | null;

  /** Why it was declined. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The entry that paid it. */
  @Column('uuid', { name: 'entry_id', nullable: true })
  entryId!: string | null;
}
