import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many residents of an age lived in a community in a month. */
@Entity('report_population')
export class ReportPopulationRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'report_population_pkey',
  })
  communityId!: string;

  /** The first day of the month. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'report_population_pkey' })
  month!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'report_population_pkey' })
  band!: string;

  @Column('integer')
  residents!: number;

  /** The day on which they were counted last. */
  @Column('date', { name: 'counted_on' })
  countedOn!: string;
}
