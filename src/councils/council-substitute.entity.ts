import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Who follows, in turn, when one of some seats of a term falls vacant. */
@Entity('council_substitute')
@Unique('council_substitute_once', ['communityId', 'termId', 'residentId'])
export class CouncilSubstituteRow {
  @PrimaryColumn('uuid', {
    ...{ name: 'community_id', primaryKeyConstraintName: 'council_substitute_pkey' },
  })
  communityId!: string;

  @PrimaryColumn('uuid', {
    ...{ name: 'term_id', primaryKeyConstraintName: 'council_substitute_pkey' },
  })
  termId!: string;

  /** The first of the seats, by their numbers. */
  @PrimaryColumn('integer', {
    ...{ name: 'seats_from', primaryKeyConstraintName: 'council_substitute_pkey' },
  })
  seatsFrom!: number;

  /** Who is first, from 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'council_substitute_pkey' })
  turn!: number;

  /** The number after the last of the seats. */
  @Column('integer', { name: 'seats_until' })
  seatsUntil!: number;

  @Column('uuid', { name: 'resident_id' })
  residentId!: string;

  @Column('timestamptz', { name: 'declined_at', nullable: true })
  declinedAt!: Date | null;
}
