import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A line of a roll: who may vote, and what votes once with them. Written as the ballot opens. */
@Entity('ballot_elector')
export class BallotElectorRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'ballot_elector_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'ballot_id', primaryKeyConstraintName: 'ballot_elector_pkey' })
  ballotId!: string;

  @PrimaryColumn('uuid', { name: 'resident_id', primaryKeyConstraintName: 'ballot_elector_pkey' })
  residentId!: string;

  /** The household or the resident. */
  @Column('uuid', { name: 'unit_id' })
  unitId!: string;
}
