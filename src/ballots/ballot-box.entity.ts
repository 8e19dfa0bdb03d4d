import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A box: votes under their tokens, in the order of these. No elector, no person, no time. */
@Entity('ballot_box')
export class BallotBoxRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'ballot_box_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'ballot_id', primaryKeyConstraintName: 'ballot_box_pkey' })
  ballotId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'ballot_box_pkey' })
  box!: number;

  @Column('bytea', { array: true, default: [] })
  tokens!: Buffer[];

  @Column('bytea', { array: true, default: [] })
  signatures!: Buffer[];

  /** What was voted: a bit for each choice of the ballot that is marked, the first the lowest. */
  @Column('integer', { array: true, default: [] })
  marks!: number[];
}
