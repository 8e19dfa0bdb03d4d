import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { StepSpec } from './procedure-spec';

/** A step of a project, as the procedure had it when the project began. */
@Entity('fund_step')
@Unique('fund_step_code_key', ['communityId', 'projectId', 'code'])
export class FundStepRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'fund_step_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'project_id', primaryKeyConstraintName: 'fund_step_pkey' })
  projectId!: string;

  /** Its place among the steps, from 1. */
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'fund_step_pkey' })
  n!: number;

  @Column('text')
  code!: string;

  @Column('jsonb')
  spec!: StepSpec;

  /** Since when the project has stood at it, the last time; null: it has not come to it. */
  @Column('timestamptz', { nullable: true })
  since!: Date | null;

  @Column('timestamptz', { name: 'passed_at', nullable: true })
  passedAt!: Date | null;

  @Column('uuid', { name: 'passed_by', nullable: true })
  passedBy!: string | null;
}
