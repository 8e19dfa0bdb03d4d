import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an hour of one kind of service earns from a day on; all of a day's rates are one set. */
@Entity('credit_scheme_rate')
export class CreditSchemeRateRow {
  @PrimaryColumn('uuid', {
    name: 'scheme_id',
    primaryKeyConstraintName: 'credit_scheme_rate_pkey',
  })
  schemeId!: string;

  @PrimaryColumn('date', {
    name: 'valid_from',
    primaryKeyConstraintName: 'credit_scheme_rate_pkey',
  })
  validFrom!: string;

  @PrimaryColumn('text', {
    name: 'service_kind',
    primaryKeyConstraintName: 'credit_scheme_rate_pkey',
  })
  serviceKind!: string;

  @Column('integer', { name: 'credits_per_hour' })
  creditsPerHour!: number;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}
