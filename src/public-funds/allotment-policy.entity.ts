import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** What becomes of money that nobody was promised when its year is over. */
export const UNSPENT = ['carried', 'returned'] as const;
export type Unspent = (typeof UNSPENT)[number];

/**
 * What a community gets for a year, as a place says for all communities in it from a day on (C2);
 * city-wide, because a city or a street says it.
 */
@Entity('allotment_policy')
@Unique('allotment_policy_from_key', ['placeId', 'validFrom'])
export class AllotmentPolicyRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'allotment_policy_pkey' })
  id!: string;

  @Column('uuid', { name: 'place_id' })
  placeId!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  /** In fen, for each hundred households. */
  @Column('bigint', { name: 'per_hundred_minor' })
  perHundredMinor!: string;

  /** In fen; what a community gets at least, however few its households. */
  @Column('bigint', { name: 'floor_minor' })
  floorMinor!: string;

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

  /** Null: the system, when it was seeded. */
  @Column('uuid', { name: 'set_by', nullable: true })
  setBy!: string | null;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}
