import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const PKEY = { primaryKeyConstraintName: 'carried_credits_pkey' };

/** What a line of a wallet brought from another wallet, by the moment at which it was earned. */
@Entity('carried_credits')
@Index('carried_credits_by_age', ['communityId', 'accountId', 'cameAt'])
@Index('carried_credits_not_ended', ['schemeId', 'cameAt'], { where: 'ended_at is null' })
@Index('carried_credits_not_told', ['schemeId', 'cameAt'], { where: 'told_at is null' })
export class CarriedCreditsRow {
  @PrimaryColumn('uuid', { ...PKEY, name: 'community_id' })
  communityId!: string;

  /** The wallet's account, and the line in it. */
  @PrimaryColumn('uuid', { ...PKEY, name: 'account_id' })
  accountId!: string;

  @PrimaryColumn('bigint', { ...PKEY })
  seq!: string;

  @PrimaryColumn('timestamptz', { ...PKEY, name: 'came_at' })
  cameAt!: Date;

  @Column('bigint')
  credits!: string;

  @Column('uuid', { name: 'scheme_id' })
  schemeId!: string;

  /** What came before this moment had come of age when the walk that ends credits saw it. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** The same of the walk that tells of their end. */
  @Column('timestamptz', { name: 'told_at', nullable: true })
  toldAt!: Date | null;
}
