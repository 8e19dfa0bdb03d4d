import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Why a seat falls vacant before its term is over. */
export const VACANCIES = ['moved_away', 'resigned', 'recalled', 'died'] as const;
export type Vacancy = (typeof VACANCIES)[number];

/** Why a seat ended early: it fell vacant, or its council was dissolved. */
export type SeatEnd = Vacancy | 'dissolved';

/** Who sits in a council on the days `[validFrom, validUntil)`. */
@Entity('council_seat')
@Index('council_seat_of_council', ['communityId', 'councilId', 'id'])
@Index('council_seat_of_resident', ['communityId', 'residentId', 'id'])
@Index('council_seat_one_holder', ['communityId', 'termId', 'number'], {
  unique: true,
  where: 'ended_because is null',
})
@Index('council_seat_one_seat', ['communityId', 'termId', 'residentId'], {
  unique: true,
  where: 'ended_because is null',
})
export class CouncilSeatRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'council_seat_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'council_seat_pkey' })
  id!: string;

  @Column('uuid', { name: 'council_id' })
  councilId!: string;

  @Column('uuid', { name: 'term_id' })
  termId!: string;

  /** Which seat of its term, from 1; a substitute sits on the same. */
  @Column('integer')
  number!: number;

  @Column('uuid', { name: 'resident_id' })
  residentId!: string;

  /** The group, by its council, for which the member sits; null: for everybody. */
  @Column('uuid', { name: 'group_id', nullable: true })
  groupId!: string | null;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  /** The day after its last; its first where it was never held. */
  @Column('date', { name: 'valid_until' })
  validUntil!: string;

  @Column('text', { name: 'ended_because', nullable: true })
  endedBecause!: SeatEnd | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
