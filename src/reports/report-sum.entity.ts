import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What moved goods or credits in a month: pieces or whole credits, on the normal side. */
@Entity('report_sum')
export class ReportSumRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'report_sum_pkey' })
  communityId!: string;

  /** The first day of the month; 9999-12-01: all months together. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'report_sum_pkey' })
  month!: string;

  /** All zeros: no store, as for credits issued. */
  @PrimaryColumn('uuid', { name: 'store_id', primaryKeyConstraintName: 'report_sum_pkey' })
  storeId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'report_sum_pkey' })
  figure!: string;

  /** Where the goods came from, or by what the credits were earned. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'report_sum_pkey' })
  source!: string;

  /** The code of the class of goods; empty: none. */
  @PrimaryColumn('text', { name: 'product_class', primaryKeyConstraintName: 'report_sum_pkey' })
  productClass!: string;

  @Column('bigint')
  amount!: string;
}
