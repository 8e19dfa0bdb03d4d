import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file that somebody uploaded, and what it is attached to, if to anything. */
@Entity('attachment')
@Index('attachment_uses', ['communityId', 'sha256'])
@Index('attachment_of_subject', { synchronize: false })
@Index('attachment_of_nothing', { synchronize: false })
export class AttachmentRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'attachment_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attachment_pkey' })
  id!: string;

  @Column('text')
  sha256!: string;

  @Column('uuid', { name: 'uploaded_by' })
  uploadedBy!: string;

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt!: Date;

  /** What it is attached to: the name of its type in the API. */
  @Column('text', { name: 'about_kind', nullable: true })
  aboutKind!: string | null;

  @Column('uuid', { name: 'about_id', nullable: true })
  aboutId!: string | null;

  @Column('timestamptz', { name: 'attached_at', nullable: true })
  attachedAt!: Date | null;
}
