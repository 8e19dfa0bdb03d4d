import type { Context } from '../api/context';
import { policy } from '../api/policy';
import { holds, type Actor } from '../kernel/actor';
import { tiesNow, type Tie } from './person-ties.reader';
import type { PersonRow } from './person.entity';
import { isCadre, isOfficer, isRegistrar } from './society.policy';

/** Keeps the register of some place: a cadre of a residents' committee or an officer anywhere. */
export function isSomeRegistrar(actor: Actor): boolean {
  return actor.standings.some(
    ({ organisationKind, role }) =>
      (organisationKind === 'residents_committee' && role === 'cadre') ||
      (organisationKind === 'street_office' && role === 'officer'),
  );
}

/** Keeps the register where the person lives or acts; of someone tied to no place yet, anywhere. */
export function isRegistrarOf(actor: Actor, ties: readonly Tie[]): boolean {
  if (ties.length === 0) return isSomeRegistrar(actor);
  return ties.some((tie) => isRegistrar(actor, tie));
}

/**
 * Whoever gives someone a login can act as them; so officers over every place the person is tied
 * to,
 * and cadres where the person only lives there and is in residents' own groups.
 */
export function mayGiveLogin(actor: Actor, ties: readonly Tie[]): boolean {
  if (ties.length === 0) return isSomeRegistrar(actor);
  return ties.every((tie) => {
    const ordinary = tie.organisationKind === null || tie.organisationKind === 'self_organisation';
    return isOfficer(actor, tie) || (ordinary && isCadre(actor, tie));
  });
}

/** Has a role in one of the organisations in which the person has one. */
export function sharesOrganisation(actor: Actor, ties: readonly Tie[]): boolean {
  const own = new Set(actor.standings.map(({ organisationId }) => organisationId));
  return ties.some(({ organisationId }) => organisationId !== null && own.has(organisationId));
}

/** Leads a self-organisation in which the person has a role. */
export function leads(actor: Actor, ties: readonly Tie[]): boolean {
  return ties.some(
    ({ organisationKind, organisationId }) =>
      organisationKind === 'self_organisation' &&
      organisationId !== null &&
      holds(actor, organisationId, 'leader'),
  );
}

/** A policy over a person; nothing is read for strangers and for oneself. */
function overPerson(says: string, allows: (actor: Actor, ties: readonly Tie[]) => boolean) {
  return policy<PersonRow>(says, async (context: Context, { id }) => {
    const { actor } = context;
    if (actor.personId === id) return true;
    return actor.standings.length > 0 && allows(actor, await tiesNow(context, id));
  });
}

export const knowsPerson = overPerson(
  'The person, those with a role in the same organisation, and who keeps the register there.',
  (actor, ties) => sharesOrganisation(actor, ties) || isRegistrarOf(actor, ties),
);

export const keepsPerson = overPerson(
  'The person, and who keeps the register where the person lives or acts.',
  isRegistrarOf,
);
