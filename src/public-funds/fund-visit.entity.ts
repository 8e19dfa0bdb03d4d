import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a supervisor found when they went to look at a project. */
@Entity('fund_visit')
@Index('fund_visit_of_project', ['communityId', 'projectId', 'id'])
export class FundVisitRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'fund_visit_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fund_visit_pkey' })
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  @Column('date', { name: 'visited_on' })
  visitedOn!: string;

  @Column('text')
  found!: string;

  /** Whether something has to be put right. */
  @Column('boolean', { name: 'to_put_right' })
  toPutRight!: boolean;

  @Column('uuid', { name: 'visited_by' })
  visitedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  /** How it was put right. */
  @Column('text', { name: 'put_right', nullable: true })
  putRight!: string | null;

  @Column('uuid', { name: 'settled_by', nullable: true })
  settledBy!: string | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  /** When the project was sent back, so that it has to be visited again. */
  @Column('timestamptz', { name: 'set_aside_at', nullable: true })
  setAsideAt!: Date | null;
}
