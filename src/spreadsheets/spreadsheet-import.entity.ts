import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file that was taken in: known by its hash and by its lines, and kept nowhere. */
@Entity('spreadsheet_import')
@Index('spreadsheet_import_of_lines', ['communityId', 'noun', 'content', 'nth'], { unique: true })
export class SpreadsheetImportRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'spreadsheet_import_pkey',
  })
  communityId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'spreadsheet_import_pkey' })
  noun!: string;

  /** SHA-256 of its bytes, in hexadecimal digits. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'spreadsheet_import_pkey' })
  hash!: string;

  /** SHA-256 of what its lines say, in whatever order they stand; null: of before these were. */
  @Column('text', { nullable: true })
  content!: string | null;

  /** The same lines were meant so many times. */
  @Column('integer', { default: 1 })
  nth!: number;

  @Column('integer')
  lines!: number;

  @Column('uuid', { name: 'imported_by' })
  importedBy!: string;

  @Column('timestamptz', { name: 'imported_at' })
  importedAt!: Date;
}
