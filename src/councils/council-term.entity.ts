import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The days `[validFrom, validUntil)` for which a council was seated as a whole. */
@Entity('council_term')
@Index('council_term_of_council', ['communityId', 'councilId', 'validFrom'])
export class CouncilTermRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'council_term_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'council_term_pkey' })
  id!: string;

  @Column('uuid', { name: 'council_id' })
  councilId!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_until' })
  validUntil!: string;

  /** The full membership, seats that fall vacant included. */
  @Column('integer')
  seats!: number;

  @Column('uuid', { name: 'seated_by', nullable: true })
  seatedBy!: string | null;

  @Column('timestamptz', { name: 'seated_at' })
  seatedAt!: Date;
}
