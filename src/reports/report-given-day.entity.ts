import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Pieces that a store gave on a day, less those it took back on it. */
@Entity('report_given_day')
export class ReportGivenDayRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'report_given_day_pkey',
  })
  communityId!: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'report_given_day_pkey' })
  day!: string;

  @PrimaryColumn('uuid', { name: 'store_id', primaryKeyConstraintName: 'report_given_day_pkey' })
  storeId!: string;

  /** The code of the class of goods; empty: none. */
  @PrimaryColumn('text', {
    name: 'product_class',
    primaryKeyConstraintName: 'report_given_day_pkey',
  })
  productClass!: string;

  @Column('bigint')
  pieces!: string;
}
