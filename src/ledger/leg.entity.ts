import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line of an entry on one account, with the account's running totals after it. */
@Entity('ledger_leg')
@Index('ledger_leg_entry', ['entryId'])
export class LegRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'ledger_leg_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'ledger_leg_pkey' })
  accountId!: string;

  /** The account's own counter: 1, 2, 3 … without gaps. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'ledger_leg_pkey' })
  seq!: string;

  @Column('uuid', { name: 'entry_id' })
  entryId!: string;

  /** Its place in the entry, from 1. */
  @Column('smallint')
  n!: number;

  @Column('uuid', { name: 'asset_id' })
  assetId!: string;

  /** Debits positive, credits negative, in minor units. */
  @Column('bigint')
  amount!: string;

  @Column('bigint')
  debits!: string;

  @Column('bigint')
  credits!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
