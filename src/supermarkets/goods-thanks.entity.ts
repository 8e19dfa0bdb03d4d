import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How a giver of goods is thanked. Never in both ways. */
export const GOODS_THANKS = ['credits', 'acknowledgement'] as const;
export type Thanks = (typeof GOODS_THANKS)[number];

/** How a resident was thanked for a lot; of what was taken back and done anew, one stands. */
@Entity('goods_thanks')
@Index('goods_thanks_standing', ['communityId', 'lotId'], {
  unique: true,
  where: 'reversed_at is null',
})
export class GoodsThanksRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'goods_thanks_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'lot_id', primaryKeyConstraintName: 'goods_thanks_pkey' })
  lotId!: string;

  /** Counts how often the lot's giver was thanked: more than once where it was taken back. */
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'goods_thanks_pkey', default: 1 })
  turn!: number;

  /** Who gave the goods. */
  @Column('uuid', { name: 'resident_id' })
  residentId!: string;

  @Column('text')
  thanks!: Thanks;

  /** Whole credits, by the values of the day on which the goods came. */
  @Column('bigint', { nullable: true })
  credits!: string | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt!: Date;

  @Column('uuid', { name: 'reversed_by', nullable: true })
  reversedBy!: string | null;

  @Column('timestamptz', { name: 'reversed_at', nullable: true })
  reversedAt!: Date | null;

  @Column('text', { name: 'reverse_reason', nullable: true })
  reverseReason!: string | null;
}
