import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

export const WARD_STATES = [
  'nominating',
  'voting',
  'tied',
  'no_quorum',
  'short',
  'filled',
] as const;
export type WardState = (typeof WARD_STATES)[number];

/** Some of a council's seats, with who gives them: the people of a place, or a group's council. */
@Entity('election_ward')
@Unique('election_ward_number', ['communityId', 'electionId', 'number'])
export class ElectionWardRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'election_ward_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'election_ward_pkey' })
  id!: string;

  @Column('uuid', { name: 'election_id' })
  electionId!: string;

  /** Which ward of the election, from 1. */
  @Column('integer')
  number!: number;

  /** The courtyard or grid whose people vote; null: all of where the council sits. */
  @Column('uuid', { name: 'place_id', nullable: true })
  placeId!: string | null;

  /** The council of the group whose members vote, and stand. */
  @Column('uuid', { name: 'group_id', nullable: true })
  groupId!: string | null;

  @Column('integer')
  seats!: number;

  @Column('text')
  state!: WardState;

  /** The numbers of its seats in the term, `[seatsFrom, seatsUntil)`, once that is seated. */
  @Column('integer', { name: 'seats_from', nullable: true })
  seatsFrom!: number | null;

  @Column('integer', { name: 'seats_until', nullable: true })
  seatsUntil!: number | null;
}
