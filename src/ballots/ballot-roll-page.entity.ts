import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A page of a roll: which units have taken their token, in the order of their ids. */
@Entity('ballot_roll_page')
export class BallotRollPageRow {
  @PrimaryColumn('uuid', {
    ...{ name: 'community_id', primaryKeyConstraintName: 'ballot_roll_page_pkey' },
  })
  communityId!: string;

  @PrimaryColumn('uuid', {
    ...{ name: 'ballot_id', primaryKeyConstraintName: 'ballot_roll_page_pkey' },
  })
  ballotId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'ballot_roll_page_pkey' })
  page!: number;

  @Column('uuid', { array: true, default: [] })
  units!: string[];

  /** SHA-256 of the blinded token that each handed in: who asks again gets the same answer. */
  @Column('bytea', { array: true, default: [] })
  asked!: Buffer[];
}
