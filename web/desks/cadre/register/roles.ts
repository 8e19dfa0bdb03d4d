import type { CadreOrganisationQuery } from '../../../generated/operations';

type Body = Extract<NonNullable<CadreOrganisationQuery['node']>, { readonly id: string }>;
type Kind = Body['kind'];
type Role = Body['memberships']['edges'][number]['node']['role'];

/** The roles that each kind of body has. */
export const ROLES: Readonly<Record<Kind, readonly Role[]>> = {
  STREET_OFFICE: ['OFFICER', 'AUDITOR'],
  RESIDENTS_COMMITTEE: ['CADRE'],
  PARTY_ORGANISATION: ['PARTY_SECRETARY', 'PARTY_MEMBER'],
  SERVICE_STATION: ['STAFF'],
  FOUNDATION: ['CHAIR', 'BOARD_MEMBER', 'SECRETARY', 'TREASURER'],
  PUBLIC_FUND: ['CHAIR', 'SECRETARY', 'TREASURER', 'SUPERVISOR'],
  SOCIAL_ENTERPRISE: ['DIRECTOR', 'BOOKKEEPER'],
  SUPERMARKET_OPERATOR: ['STOREKEEPER', 'CLERK'],
  SELF_ORGANISATION: ['LEADER', 'MEMBER'],
  SOCIAL_ORGANISATION: ['DIRECTOR', 'STAFF'],
  LOCAL_EMPLOYER: ['REPRESENTATIVE'],
};

export const KINDS = Object.keys(ROLES) as Kind[];
