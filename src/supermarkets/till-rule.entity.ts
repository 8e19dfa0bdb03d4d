import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PriorityGroup } from '../society/resident-priority.entity';

export const TILL_RULE_KINDS = [
  'minimum_age',
  'blackout',
  'priority_price',
  'usual_quantity',
] as const;
export type TillRuleKind = (typeof TILL_RULE_KINDS)[number];

/** What tills obey from a moment on; of two for one moment the later one (by id) holds. */
@Entity('till_rule')
@Index('till_rule_in_force', ['communityId', 'validFrom', 'id'])
export class TillRuleRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'till_rule_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'till_rule_pkey' })
  id!: string;

  /** Null: all stores of the community that have no rule of their own. */
  @Column('uuid', { name: 'store_id', nullable: true })
  storeId!: string | null;

  @Column('text')
  kind!: TillRuleKind;

  /** Null: all goods. */
  @Column('uuid', { name: 'class_id', nullable: true })
  classId!: string | null;

  /** For whom a price holds. */
  @Column('text', { name: 'priority_group', nullable: true })
  priorityGroup!: PriorityGroup | null;

  /** Years of age, percent of the price, pieces; 1 for a blackout. Null: it is taken back. */
  @Column('integer', { nullable: true })
  value!: number | null;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom!: Date;

  @Column('timestamptz', { name: 'valid_until', nullable: true })
  validUntil!: Date | null;

  @Column('uuid', { name: 'set_by', nullable: true })
  setBy!: string | null;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}
