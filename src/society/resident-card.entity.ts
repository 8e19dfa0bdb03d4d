import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Why a card is good no longer, where no other took its place. */
export const CARD_ENDS = ['lost', 'damaged', 'given_back'] as const;
export type CardEnd = (typeof CARD_ENDS)[number];

/** A card by which a resident is found at the till. */
@Entity('resident_card')
@Index('resident_card_code', ['communityId', 'code'], { unique: true })
@Index('resident_card_in_force', ['communityId', 'residentId'], {
  unique: true,
  where: 'ended_at is null',
})
@Index('resident_card_of_resident', ['communityId', 'residentId', 'id'])
export class ResidentCardRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'resident_card_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resident_card_pkey' })
  id!: string;

  @Column('uuid', { name: 'resident_id' })
  residentId!: string;

  /** By chance, with two check digits; without its hyphens. */
  @Column('text')
  code!: string;

  @Column('uuid', { name: 'issued_by' })
  issuedBy!: string;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt!: Date;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** Null of one that has ended: a new one took its place. */
  @Column('text', { name: 'ended_because', nullable: true })
  endedBecause!: CardEnd | null;
}
