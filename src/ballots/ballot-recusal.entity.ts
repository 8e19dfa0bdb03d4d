import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An elector who stands aside, with all that votes once with them. */
@Entity('ballot_recusal')
export class BallotRecusalRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'ballot_recusal_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'ballot_id', primaryKeyConstraintName: 'ballot_recusal_pkey' })
  ballotId!: string;

  @PrimaryColumn('uuid', { name: 'unit_id', primaryKeyConstraintName: 'ballot_recusal_pkey' })
  unitId!: string;

  @Column('uuid', { name: 'resident_id' })
  residentId!: string;

  @Column('text')
  ground!: string;

  /** The elector, or who opened the ballot. */
  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;
}
