import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Role } from './organisation.entity';

/**
 * A person's role in an organisation for a term; city-wide. All authority comes from memberships.
 */
@Entity('membership')
@Index('membership_by_person', ['personId'])
@Index('membership_by_organisation', ['organisationId', 'id'])
export class MembershipRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'membership_pkey' })
  id!: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  role!: Role;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  /** The day after its last; null while it is open; its first where it was taken back. */
  @Column('date', { name: 'valid_until', nullable: true })
  validUntil!: string | null;
}
