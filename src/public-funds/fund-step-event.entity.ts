import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const STEP_EVENTS = ['passed', 'sent_back'] as const;
export type StepEvent = (typeof STEP_EVENTS)[number];

/** That a project passed a step, or was sent back from it; never changed. */
@Entity('fund_step_event')
@Index('fund_step_event_of_project', ['communityId', 'projectId', 'id'])
export class FundStepEventRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'fund_step_event_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fund_step_event_pkey' })
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  @Column('text')
  kind!: StepEvent;

  @Column('smallint')
  step!: number;

  @Column('smallint', { name: 'to_step' })
  toStep!: number;

  /** Why it was sent back. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** What it had come to and was set aside when it was sent back. */
  @Column('smallint', { nullable: true })
  urgency!: number | null;

  @Column('uuid', { name: 'ballot_id', nullable: true })
  ballotId!: string | null;

  @Column('uuid', { name: 'motion_id', nullable: true })
  motionId!: string | null;

  @Column('uuid')
  by!: string;

  @Column('timestamptz')
  at!: Date;
}
