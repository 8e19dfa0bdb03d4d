import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { ProcedureSpec } from './procedure-spec';

/** A version of the steps by which public money is spent in a place; city-wide (C3). */
@Entity('fund_procedure')
@Unique('fund_procedure_version_key', ['placeId', 'code', 'version'])
export class FundProcedureRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fund_procedure_pkey' })
  id!: string;

  @Column('uuid', { name: 'place_id' })
  placeId!: string;

  @Column('text')
  code!: string;

  @Column('smallint')
  version!: number;

  @Column('jsonb')
  spec!: ProcedureSpec;

  /** Null: the system, when it was seeded. */
  @Column('uuid', { name: 'set_by', nullable: true })
  publishedBy!: string | null;

  @Column('timestamptz', { name: 'set_at' })
  publishedAt!: Date;
}
