import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The number that the last statement of a set of books has; the next one is one more. */
@Entity('operator_statement_series')
export class OperatorStatementSeriesRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'operator_statement_series_pkey',
  })
  communityId!: string;

  @Column('integer', { name: 'last_number' })
  lastNumber!: number;
}
