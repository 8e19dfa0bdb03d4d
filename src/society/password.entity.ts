import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A person's password, hashed with Argon2id; apart from the person, so that no read brings it
 * along.
 */
@Entity('password')
export class PasswordRow {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'password_pkey' })
  personId!: string;

  @Column('text')
  hash!: string;

  /** Somebody else chose it, so that two know it: it is to be changed. */
  @Column('boolean', { default: false })
  given!: boolean;
}
