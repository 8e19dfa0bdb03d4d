import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given in a year, locked while the next is. */
@Entity('acknowledgement_series')
export class AcknowledgementSeriesRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'acknowledgement_series_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', {
    name: 'foundation_id',
    primaryKeyConstraintName: 'acknowledgement_series_pkey',
  })
  foundationId!: string;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'acknowledgement_series_pkey' })
  year!: number;

  @Column('integer', { name: 'last_number' })
  lastNumber!: number;
}
