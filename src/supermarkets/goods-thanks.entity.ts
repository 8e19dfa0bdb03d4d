import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a giver of goods is thanked. Never in both ways. */
export const GOODS_THANKS = ['credits', 'acknowledgement'] as const;
export type Thanks = (typeof GOODS_THANKS)[number];

/** How a resident was thanked for a lot. */
@Entity('goods_thanks')
export class GoodsThanksRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'goods_thanks_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'lot_id', primaryKeyConstraintName: 'goods_thanks_pkey' })
  lotId!: string;

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
}
