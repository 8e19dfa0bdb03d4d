import type { HouseholdRow } from '../src/society/household.entity';
import type { OrganisationRow } from '../src/society/organisation.entity';
import type { PlaceRow } from '../src/society/place.entity';

/** Someone who can sign in to the demo; printed at every start. */
export interface DemoPerson {
  readonly role: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

/** A resident who acts. */
export interface Neighbour {
  readonly personId: string;
  /** The resident's global id. */
  readonly residentId: string;
  readonly householdId: string;
}

/** A residents' team: its first neighbour leads it. */
export interface Team {
  readonly kind: string;
  readonly organisation: OrganisationRow;
  readonly members: readonly Neighbour[];
}

/** Who and what there is in one community. */
export interface CommunityCast {
  readonly place: PlaceRow;
  readonly households: readonly HouseholdRow[];
  readonly cadre: string;
  /** The secretary of the party organisation, who screens motions. */
  readonly party: string;
  readonly operator: OrganisationRow;
  readonly storekeeper: string;
  readonly clerk: string;
  readonly teams: readonly Team[];
}

/** Everybody in the street. */
export interface Cast {
  readonly street: PlaceRow;
  readonly office: OrganisationRow;
  readonly officer: string;
  readonly foundation: OrganisationRow;
  readonly chair: string;
  readonly board: readonly string[];
  readonly secretary: string;
  readonly treasurer: string;
  readonly enterprises: readonly {
    readonly organisation: OrganisationRow;
    readonly home: number;
    readonly director: string;
    readonly bookkeeper: string;
  }[];
  readonly communities: readonly CommunityCast[];
}

/** The six kinds of teams of document 000, with the service that each gives. */
export const TEAM_KINDS = [
  { kind: 'housekeeping', name: '家政服务队' },
  { kind: 'repair', name: '维修服务队' },
  { kind: 'hairdressing', name: '理发小组' },
  { kind: 'shopping_bags', name: '环保购物袋小组' },
  { kind: 'volunteering', name: '志愿者服务小分队' },
  { kind: 'weaving', name: '编织小组' },
] as const;

/** How large the neighbourhood is: document 000 says 6,210 households and 18,330 residents. */
export interface Size {
  readonly households: number;
  readonly residents: number;
  /** How many services and exchanges a month brings in each community. */
  readonly servicesAMonth: number;
  readonly exchangesAMonth: number;
}

export const ZHANQIAN: Size = {
  households: 6_210,
  residents: 18_330,
  servicesAMonth: 14,
  exchangesAMonth: 12,
};
