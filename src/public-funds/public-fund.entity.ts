import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Unspent } from './allotment-policy.entity';

/** A community's public money of a year; its id is that of the pool that holds it (C2). */
@Entity('public_fund')
@Unique('public_fund_year_key', ['communityId', 'year'])
export class PublicFundRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'public_fund_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'public_fund_pkey' })
  id!: string;

  @Column('smallint')
  year!: number;

  /** The organisation of kind `public_fund` whose bank account holds it. */
  @Column('uuid', { name: 'office_id' })
  officeId!: string;

  /** The policy that gave most on the day of the count. */
  @Column('uuid', { name: 'policy_id' })
  policyId!: string;

  @Column('date', { name: 'counted_on' })
  countedOn!: string;

  @Column('integer')
  households!: number;

  @Column('bigint', { name: 'per_hundred_minor' })
  perHundredMinor!: string;

  @Column('bigint', { name: 'floor_minor' })
  floorMinor!: string;

  @Column('bigint', { name: 'allotted_minor' })
  allottedMinor!: string;

  @Column('text')
  unspent!: Unspent;

  @Column('smallint', { name: 'weigh_urgency' })
  weighUrgency!: number;

  @Column('smallint', { name: 'weigh_will' })
  weighWill!: number;

  @Column('smallint', { name: 'weigh_self_raised' })
  weighSelfRaised!: number;

  @Column('smallint', { name: 'weigh_money' })
  weighMoney!: number;

  @Column('uuid', { name: 'allotted_by' })
  allottedBy!: string;

  @Column('timestamptz', { name: 'allotted_at' })
  allottedAt!: Date;

  @Column('uuid', { name: 'entry_id' })
  entryId!: string;
}
