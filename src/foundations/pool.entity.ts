import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Currency } from '../kernel/currency';

/**
 * What a pool may be for: the six uses of public finance (C2), welfare goods (A1), in words, or all
 * six by the procedure of the public fund alone.
 */
export const PURPOSES = [
  'organisations',
  'volunteering',
  'infrastructure',
  'culture_sport',
  'education',
  'environment',
  'welfare',
  'other',
  'public_fund',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Money of one foundation with one purpose, in one currency and one set of books (C2, C8). */
@Entity('pool')
@Unique('pool_name_key', ['communityId', 'foundationId', 'name'])
@Index('pool_by_foundation', ['foundationId', 'id'])
export class PoolRow {
  /** The place whose books hold it. */
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'pool_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pool_pkey' })
  id!: string;

  @Column('uuid', { name: 'foundation_id' })
  foundationId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  purpose!: Purpose;

  /** What the purpose leaves open, in words; always there where the purpose is `other`. */
  @Column('text', { nullable: true })
  restriction!: string | null;

  @Column('text')
  currency!: Currency;

  @Column('date', { name: 'opened_on' })
  openedOn!: string;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn!: string | null;
}
