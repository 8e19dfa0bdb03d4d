import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MoneyItem } from './money-flows';

/** One sealed entry beneath a sum of money: the key is the order in which a sum lists its lines. */
@Entity('report_money_line')
export class ReportMoneyLineRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'report_money_line_pkey',
  })
  communityId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'report_money_line_pkey' })
  item!: MoneyItem;

  @PrimaryColumn('uuid', { name: 'asset_id', primaryKeyConstraintName: 'report_money_line_pkey' })
  assetId!: string;

  @PrimaryColumn('uuid', { name: 'pool_id', primaryKeyConstraintName: 'report_money_line_pkey' })
  poolId!: string;

  /** As in the sum: the enterprise, grant or store; all zeros: nobody. */
  @PrimaryColumn('uuid', { name: 'about_id', primaryKeyConstraintName: 'report_money_line_pkey' })
  aboutId!: string;

  /** The day on which it happened, where the books are kept. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'report_money_line_pkey' })
  day!: string;

  @PrimaryColumn('uuid', { name: 'entry_id', primaryKeyConstraintName: 'report_money_line_pkey' })
  entryId!: string;

  @Column('bigint')
  amount!: string;
}
