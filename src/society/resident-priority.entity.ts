import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Groups with a larger allowance of welfare goods (特殊群体). */
export const PRIORITY_GROUPS = [
  'low_income',
  'disabled',
  'aged_alone',
  'orphan',
  'bereaved_parents',
] as const;
export type PriorityGroup = (typeof PRIORITY_GROUPS)[number];

/** A resident belongs to a priority group for a time. */
@Entity('resident_priority')
@Index('resident_priority_by_resident', ['communityId', 'residentId'])
export class ResidentPriorityRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'resident_priority_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resident_priority_pkey' })
  id!: string;

  @Column('uuid', { name: 'resident_id' })
  residentId!: string;

  @Column('text', { name: 'priority_group' })
  priorityGroup!: PriorityGroup;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil!: string | null;
}
