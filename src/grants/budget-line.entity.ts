import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an application wants to spend on one thing. */
@Entity('budget_line')
export class BudgetLineRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'budget_line_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'application_id', primaryKeyConstraintName: 'budget_line_pkey' })
  applicationId!: string;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'budget_line_pkey' })
  n!: number;

  @Column('text')
  label!: string;

  @Column('bigint')
  minor!: string;
}
