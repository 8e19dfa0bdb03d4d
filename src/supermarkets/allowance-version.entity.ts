import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a class allows from a month on; of two for one month the later one (by id) holds. */
@Entity('allowance_version')
@Index('allowance_version_in_force', ['communityId', 'classId', 'validFrom', 'id'])
export class AllowanceVersionRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'allowance_version_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'allowance_version_pkey' })
  id!: string;

  @Column('uuid', { name: 'class_id' })
  classId!: string;

  /** The first day of its first month. */
  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  /** Pieces per household and month. */
  @Column('integer')
  pieces!: number;

  /** So many more where a member of the household belongs to a priority group. */
  @Column('integer', { name: 'extra_pieces' })
  extraPieces!: number;

  @Column('uuid', { name: 'set_by', nullable: true })
  setBy!: string | null;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}
