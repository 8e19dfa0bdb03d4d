import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member of the board stands aside from an application because of an interest in it. */
@Entity('interest')
export class InterestRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'interest_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'application_id', primaryKeyConstraintName: 'interest_pkey' })
  applicationId!: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'interest_pkey' })
  personId!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { name: 'declared_at' })
  declaredAt!: Date;
}
