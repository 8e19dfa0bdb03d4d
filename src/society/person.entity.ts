import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/**
 * Someone who acts or belongs; city-wide. What the civil register knows of a resident stands in the
 * community's own `resident`; here is the name a person acts under and the login, if any.
 */
@Entity('person')
@Unique('person_login_key', ['login'])
export class PersonRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  login!: string | null;

  /** Where the person is a resident now, so that no lookup has to ask every community. */
  @Column('uuid', { name: 'home_community_id', nullable: true })
  homeCommunityId!: string | null;

  @Column('uuid', { name: 'resident_id', nullable: true })
  residentId!: string | null;
}
