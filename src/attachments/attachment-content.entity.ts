import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What is kept: pictures as we wrote them, and PDF as it came. */
export const KEPT_TYPES = ['image/jpeg', 'image/webp', 'application/pdf'] as const;
export type KeptType = (typeof KEPT_TYPES)[number];

/** An object in the store, known by its hash, for however many attachments of its community. */
@Entity('attachment_content')
@Index('attachment_content_unused', { synchronize: false })
export class AttachmentContentRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'attachment_content_pkey',
  })
  communityId!: string;

  /** SHA-256 of its bytes, in hexadecimal digits. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'attachment_content_pkey' })
  sha256!: string;

  @Column('text')
  type!: KeptType;

  @Column('integer')
  bytes!: number;

  /** In pixels; none of what is no picture. */
  @Column('integer', { nullable: true })
  width!: number | null;

  @Column('integer', { nullable: true })
  height!: number | null;

  /** Since when no attachment has been of it; null while one is. */
  @Column('timestamptz', { name: 'unused_since', nullable: true })
  unusedSince!: Date | null;
}
