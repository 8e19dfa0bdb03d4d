import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A place's policy for welfare credits; city-wide, because communities below it share it (A1). */
@Entity('credit_scheme')
@Unique('credit_scheme_place_key', ['placeId'])
@Unique('credit_scheme_slug_key', ['slug'])
export class CreditSchemeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'credit_scheme_pkey' })
  id!: string;

  @Column('uuid', { name: 'place_id' })
  placeId!: string;

  @Column('uuid', { name: 'asset_id' })
  assetId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  slug!: string;

  /** Credits that a resident may earn in a month; null: as many as are served. */
  @Column('bigint', { name: 'monthly_cap', nullable: true })
  monthlyCap!: string | null;

  /** Months after which unspent credits end; null: never. */
  @Column('smallint', { name: 'expiry_months', nullable: true })
  expiryMonths!: number | null;

  /** Whether the monthly cap covers what goods given earn. */
  @Column('boolean', { name: 'cap_covers_goods', default: false })
  capCoversGoods!: boolean;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;
}
