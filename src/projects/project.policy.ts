import { holds, type Actor } from '../kernel/actor';
import type { OrganisationKind } from '../society/organisation.entity';
import { isCadre, type Within } from '../society/society.policy';
import type { ProjectRow } from './project.entity';

/** The kinds of organisation that can answer for a project. */
export const SUBJECT_KINDS = [
  'self_organisation',
  'social_organisation',
  'social_enterprise',
  'residents_committee',
  'service_station',
] as const satisfies readonly OrganisationKind[];

/** Who tells of a project's steps: the lead of its organisation, and cadres of its place. */
export function tellsOf(
  actor: Actor,
  at: Within,
  { organisationId }: Pick<ProjectRow, 'organisationId'>,
): boolean {
  return holds(actor, organisationId, 'leader', 'director', 'staff') || isCadre(actor, at);
}
