import type { Actor } from '../kernel/actor';

/** Keeps the register of some place: a cadre of a residents' committee or an officer anywhere. */
export function isSomeRegistrar(actor: Actor): boolean {
  return actor.standings.some(
    ({ organisationKind, role }) =>
      (organisationKind === 'residents_committee' && role === 'cadre') ||
      (organisationKind === 'street_office' && role === 'officer'),
  );
}
