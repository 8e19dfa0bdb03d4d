import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One account: one asset, one set of books, a normal side, and a limit or none. */
@Entity('ledger_account')
@Index('ledger_account_holder', ['holderId', 'kind'])
@Index('ledger_account_of_grant', ['communityId', 'about'], {
  where: `kind = any (array['grantExpense', 'grantAccountedFor'])`,
})
export class AccountRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'ledger_account_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ledger_account_pkey' })
  id!: string;

  /** The chart's name for it: `poolAvailable`, `wallet`. */
  @Column('text')
  kind!: string;

  /** The noun it belongs to: a pool, a resident, a lot. */
  @Column('uuid', { name: 'holder_id' })
  holderId!: string;

  /**
   * What else tells it from its holder's other accounts of this kind: a grant, a month; or empty.
   */
  @Column('text')
  about!: string;

  @Column('uuid', { name: 'asset_id' })
  assetId!: string;

  /** 1: grows by debits; -1: grows by credits. */
  @Column('smallint', { name: 'normal_side' })
  normalSide!: number;

  /** True: its balance may not go below zero. */
  @Column('boolean')
  floored!: boolean;

  @Column('bigint', { default: 0 })
  seq!: string;

  @Column('bigint', { default: 0 })
  debits!: string;

  @Column('bigint', { default: 0 })
  credits!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
