import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A drive (募集活动): on these days, at this place, goods are collected. */
@Entity('goods_drive')
export class GoodsDriveRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'goods_drive_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'goods_drive_pkey' })
  id!: string;

  @Column('text')
  title!: string;

  /** Where, in words: `the gate of courtyard 3`. */
  @Column('text')
  place!: string;

  @Column('uuid', { name: 'organiser_id', nullable: true })
  organiserId!: string | null;

  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  /** The last day. */
  @Column('date', { name: 'ends_on' })
  endsOn!: string;

  /** How many gifts came in under it, and how many pieces they were. */
  @Column('integer', { default: 0 })
  gifts!: number;

  @Column('bigint', { default: 0 })
  pieces!: string;

  @Column('uuid', { name: 'opened_by', nullable: true })
  openedBy!: string | null;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;
}
