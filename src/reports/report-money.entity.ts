import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MoneyItem } from './money-flows';

/** What money of a pool came in, was used or was shown to be spent in a month. */
@Entity('report_money')
export class ReportMoneyRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'report_money_pkey' })
  communityId!: string;

  /** The first day of the month. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'report_money_pkey' })
  month!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'report_money_pkey' })
  item!: MoneyItem;

  @PrimaryColumn('uuid', { name: 'asset_id', primaryKeyConstraintName: 'report_money_pkey' })
  assetId!: string;

  @PrimaryColumn('uuid', { name: 'pool_id', primaryKeyConstraintName: 'report_money_pkey' })
  poolId!: string;

  /** The enterprise, grant or store at the other end; all zeros: nobody whom the public knows. */
  @PrimaryColumn('uuid', { name: 'about_id', primaryKeyConstraintName: 'report_money_pkey' })
  aboutId!: string;

  /** In minor units; less than zero where more went back than came. */
  @Column('bigint')
  amount!: string;

  /** How many entries it adds up. */
  @Column('bigint')
  entries!: string;
}
