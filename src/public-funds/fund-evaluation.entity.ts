import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** As what somebody scores a project. */
export const EVALUATORS = ['resident', 'supervisor'] as const;
export type Evaluator = (typeof EVALUATORS)[number];

/** How one person scores a project, once; again, when it was sent back meanwhile. */
@Entity('fund_evaluation')
@Index('fund_evaluation_once', ['communityId', 'projectId', 'personId'], {
  unique: true,
  where: 'set_aside_at is null',
})
export class FundEvaluationRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'fund_evaluation_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fund_evaluation_pkey' })
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  evaluator!: Evaluator;

  /** 1 to 5 for each dimension of the procedure, in their order. */
  @Column('smallint', { array: true })
  scores!: number[];

  @Column('text', { nullable: true })
  remark!: string | null;

  @Column('timestamptz')
  at!: Date;

  /** When the project was sent back, so that it has to be scored again. */
  @Column('timestamptz', { name: 'set_aside_at', nullable: true })
  setAsideAt!: Date | null;
}
