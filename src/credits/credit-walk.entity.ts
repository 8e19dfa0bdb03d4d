import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the jobs that follow a scheme's credits have come in what was recorded. */
@Entity('credit_walk')
export class CreditWalkRow {
  @PrimaryColumn('uuid', { name: 'scheme_id', primaryKeyConstraintName: 'credit_walk_pkey' })
  schemeId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'credit_walk_pkey' })
  purpose!: 'expire' | 'tell';

  /** The last entry that was looked at. */
  @Column('timestamptz', { name: 'through_at' })
  throughAt!: Date;

  @Column('uuid', { name: 'through_id' })
  throughId!: string;
}
