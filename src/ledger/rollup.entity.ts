import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the sealed entries of a month add up to, by rule and account. */
@Entity('ledger_rollup')
export class RollupRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'ledger_rollup_pkey' })
  communityId!: string;

  /** The first day of the month in which the entries occurred, where the books are kept. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'ledger_rollup_pkey' })
  month!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'ledger_rollup_pkey' })
  rule!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'ledger_rollup_pkey' })
  kind!: string;

  @PrimaryColumn('uuid', { name: 'asset_id', primaryKeyConstraintName: 'ledger_rollup_pkey' })
  assetId!: string;

  /** All zeros where the accounts of the kind stand together. */
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'ledger_rollup_pkey' })
  accountId!: string;

  @Column('bigint')
  legs!: string;

  @Column('bigint')
  debits!: string;

  @Column('bigint')
  credits!: string;
}
