import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The kinds of organisation with the roles that their members may hold. */
export const ROLES = {
  street_office: ['officer', 'auditor'],
  party_organisation: ['party_secretary', 'party_member'],
  residents_committee: ['cadre'],
  service_station: ['staff'],
  foundation: ['chair', 'board_member', 'secretary', 'treasurer'],
  public_fund: ['chair', 'secretary', 'treasurer', 'supervisor'],
  social_enterprise: ['director', 'bookkeeper'],
  self_organisation: ['leader', 'member'],
  social_organisation: ['director', 'staff'],
  supermarket_operator: ['storekeeper', 'clerk'],
  local_employer: ['representative'],
} as const;

export type OrganisationKind = keyof typeof ROLES;
export type Role = (typeof ROLES)[OrganisationKind][number];
export const ORGANISATION_KINDS = Object.keys(ROLES) as OrganisationKind[];

/**
 * A body that acts: city-wide, because one foundation or enterprise may work in many communities.
 */
@Entity('organisation')
@Index('organisation_place_kind', ['placeId', 'kind', 'id'])
export class OrganisationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_pkey' })
  id!: string;

  @Column('text')
  kind!: OrganisationKind;

  @Column('text')
  name!: string;

  /** Where it sits: its roles reach this place and everything below it. */
  @Column('uuid', { name: 'place_id' })
  placeId!: string;
}
