import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The six uses of public money (C2). */
export const FUND_USES = [
  'organisations',
  'volunteering',
  'infrastructure',
  'culture_sport',
  'education',
  'environment',
] as const;
export type FundUse = (typeof FUND_USES)[number];

export const FUND_PROJECT_STATES = ['running', 'archived', 'dropped'] as const;
export type FundProjectState = (typeof FUND_PROJECT_STATES)[number];

/** What a community wants to do with public money, on its way through the steps (C3). */
@Entity('fund_project')
@Index('fund_project_of_fund', ['communityId', 'fundId', 'id'])
@Index('fund_project_ballot_key', ['communityId', 'ballotId'], { unique: true })
@Index('fund_project_application_key', ['communityId', 'applicationId'], { unique: true })
@Index('fund_project_motion_key', ['communityId', 'motionId'], { unique: true })
@Index('fund_project_running', ['communityId', 'id'], { where: `state = 'running'` })
export class FundProjectRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'fund_project_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fund_project_pkey' })
  id!: string;

  @Column('uuid', { name: 'fund_id' })
  fundId!: string;

  /** The version of the procedure by which it began, and goes on. */
  @Column('uuid', { name: 'procedure_id' })
  procedureId!: string;

  @Column('text')
  purpose!: FundUse;

  @Column('text')
  title!: string;

  @Column('text')
  description!: string;

  /** What it costs altogether, in fen. */
  @Column('bigint', { name: 'cost_minor' })
  costMinor!: string;

  /** What residents raise themselves of it, in fen; the rest is asked of the fund. */
  @Column('bigint', { name: 'self_raised_minor' })
  selfRaisedMinor!: string;

  @Column('text')
  state!: FundProjectState;

  /** The step that it stands at. */
  @Column('smallint')
  step!: number;

  /** How urgent it is, 1 to 5, once it was weighed. */
  @Column('smallint', { nullable: true })
  urgency!: number | null;

  @Column('uuid', { name: 'weighed_by', nullable: true })
  weighedBy!: string | null;

  @Column('timestamptz', { name: 'weighed_at', nullable: true })
  weighedAt!: Date | null;

  /** The ballot in which households were asked. */
  @Column('uuid', { name: 'ballot_id', nullable: true })
  ballotId!: string | null;

  /** What it asks the fund's pool for. */
  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId!: string | null;

  /** The motion to spend it. */
  @Column('uuid', { name: 'motion_id', nullable: true })
  motionId!: string | null;

  @Column('uuid', { name: 'started_by' })
  startedBy!: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'dropped_because', nullable: true })
  droppedBecause!: string | null;
}
