import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A step of a project's plan. */
@Entity('project_step')
@Unique('project_step_order_key', ['communityId', 'projectId', 'n'])
export class ProjectStepRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'project_step_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'project_step_pkey' })
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  /** Its place in the plan, from 1. */
  @Column('smallint')
  n!: number;

  @Column('text')
  title!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('date', { name: 'done_on', nullable: true })
  doneOn!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy!: string | null;

  @Column('timestamptz', { name: 'recorded_at', nullable: true })
  recordedAt!: Date | null;
}
