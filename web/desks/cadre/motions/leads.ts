import type { RoleName } from '../where';

const COMMUNITY: readonly RoleName[] = ['PARTY_SECRETARY', 'PARTY_MEMBER', 'OFFICER'];
const COURTYARD: readonly RoleName[] = ['PARTY_SECRETARY', 'PARTY_MEMBER', 'CADRE'];

/**
 * Who leads in the affairs of a place, by the table of layers: screens motions, deals with several
 * at once, answers objections. In a courtyard it is the committee instead of the street.
 */
export const leadersOf = (place: { readonly kind: string } | null): readonly RoleName[] =>
  place === null || place.kind === 'COMMUNITY' ? COMMUNITY : COURTYARD;
