import { Entity, PrimaryColumn } from 'typeorm';

/** A resident who nominates somebody together with others. */
@Entity('election_supporter')
export class ElectionSupporterRow {
  @PrimaryColumn('uuid', {
    ...{ name: 'community_id', primaryKeyConstraintName: 'election_supporter_pkey' },
  })
  communityId!: string;

  @PrimaryColumn('uuid', {
    ...{ name: 'candidate_id', primaryKeyConstraintName: 'election_supporter_pkey' },
  })
  candidateId!: string;

  @PrimaryColumn('uuid', {
    ...{ name: 'resident_id', primaryKeyConstraintName: 'election_supporter_pkey' },
  })
  residentId!: string;
}
