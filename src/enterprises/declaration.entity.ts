import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Currency } from '../kernel/currency';

/** What a social enterprise declared for a period (C7); its figures stand in its versions. */
@Entity('surplus_declaration')
@Index('surplus_declaration_by_enterprise', ['enterpriseId', 'periodFrom', 'id'])
@Index('surplus_declaration_owing', ['communityId', 'dueOn', 'id'], { where: 'owing' })
export class DeclarationRow {
  /** The place in whose books the promise stands. */
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'surplus_declaration_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'surplus_declaration_pkey' })
  id!: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId!: string;

  @Column('text')
  currency!: Currency;

  @Column('date', { name: 'period_from' })
  periodFrom!: string;

  @Column('date', { name: 'period_until' })
  periodUntil!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  /** The version that holds now: 1 for what was declared, more after amendments. */
  @Column('smallint')
  version!: number;

  /** Whether some of the promise is outstanding. */
  @Column('boolean')
  owing!: boolean;
}
