import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one file that a finished project leaves; never changed. */
@Entity('fund_archive')
export class FundArchiveRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'fund_archive_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'project_id', primaryKeyConstraintName: 'fund_archive_pkey' })
  projectId!: string;

  @Column('text')
  content!: string;

  /** The hash of the content, in hexadecimal. */
  @Column('text')
  sha256!: string;

  @Column('timestamptz', { name: 'archived_at' })
  archivedAt!: Date;
}
