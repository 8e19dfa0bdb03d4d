import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that was taken in: known by its hash, and kept nowhere. */
@Entity('spreadsheet_import')
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

  @Column('integer')
  lines!: number;

  @Column('uuid', { name: 'imported_by' })
  importedBy!: string;

  @Column('timestamptz', { name: 'imported_at' })
  importedAt!: Date;
}
