import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FundDocumentKind } from './procedure-spec';

/** What was written for a step of a project: a notice, minutes, a report; never changed. */
@Entity('fund_document')
@Index('fund_document_of_project', ['communityId', 'projectId', 'id'])
export class FundDocumentRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'fund_document_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fund_document_pkey' })
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  /** The step at which it was written. */
  @Column('smallint')
  step!: number;

  @Column('text')
  kind!: FundDocumentKind;

  @Column('text')
  title!: string;

  @Column('text')
  text!: string;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
