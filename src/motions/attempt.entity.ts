import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A time when what a resolution says could not be done, and why. */
@Entity('resolution_attempt')
@Index('resolution_attempt_of', ['communityId', 'resolutionId', 'id'])
export class AttemptRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'resolution_attempt_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resolution_attempt_pkey' })
  id!: string;

  @Column('uuid', { name: 'resolution_id' })
  resolutionId!: string;

  /** The refusal's code, and the facts that fill its words. */
  @Column('text')
  code!: string;

  @Column('jsonb')
  facts!: object;

  @Column('uuid', { name: 'tried_by', nullable: true })
  triedBy!: string | null;

  @Column('timestamptz', { name: 'tried_at' })
  triedAt!: Date;
}
