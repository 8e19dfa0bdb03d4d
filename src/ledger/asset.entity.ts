import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { AssetKind } from '../kernel/amount';

/** Something the books can hold; city-wide, few, rarely written (a reference table on Citus). */
@Entity('asset')
@Unique('asset_code_key', ['code'])
export class AssetRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'asset_pkey' })
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  kind!: AssetKind;

  @Column('smallint')
  scale!: number;
}
