import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A resident (居民) of a community, with personal data that policies guard. */
@Entity('resident')
@Index('resident_by_household', ['communityId', 'householdId', 'id'])
@Index('resident_by_person', ['communityId', 'personId'])
@Index('resident_by_name', ['communityId', 'name', 'id'])
// On an expression: only the migration can say it.
@Index('resident_by_phone_tail', { synchronize: false })
export class ResidentRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'resident_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resident_pkey' })
  id!: string;

  @Column('uuid', { name: 'household_id' })
  householdId!: string;

  /** Who the resident is when acting; null while nobody acts. */
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('text')
  name!: string;

  @Column('date', { name: 'birth_date', nullable: true })
  birthDate!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('date', { name: 'moved_in' })
  movedIn!: string;

  @Column('date', { name: 'moved_out', nullable: true })
  movedOut!: string | null;
}
