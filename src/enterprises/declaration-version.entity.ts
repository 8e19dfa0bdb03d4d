import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One version of a declaration's figures, in minor units; never changed. */
@Entity('surplus_declaration_version')
@Unique('surplus_declaration_version_key', ['communityId', 'key'])
export class DeclarationVersionRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'surplus_declaration_version_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', {
    name: 'declaration_id',
    primaryKeyConstraintName: 'surplus_declaration_version_pkey',
  })
  declarationId!: string;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'surplus_declaration_version_pkey' })
  version!: number;

  @Column('bigint')
  revenue!: string;

  @Column('bigint')
  costs!: string;

  @Column('bigint')
  committed!: string;

  /** The committed share of the surplus, where it was given as a share. */
  @Column('smallint', { name: 'share_basis_points', nullable: true })
  shareBasisPoints!: number | null;

  /** Why it was amended; null for what was first declared. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  @Column('uuid', { name: 'made_by', nullable: true })
  madeBy!: string | null;

  /** The request that made it: a loss posts no entry that would remember the key. */
  @Column('text')
  key!: string;

  @Column('bytea')
  fingerprint!: Buffer;
}
