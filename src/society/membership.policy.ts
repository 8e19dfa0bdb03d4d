import { holds, type Actor } from '../kernel/actor';
import type { OrganisationKind, OrganisationRow, Role } from './organisation.entity';
import type { PlaceRow } from './place.entity';
import { isOfficer } from './society.policy';

/** Who inside an organisation of a kind appoints its people. Elsewhere only officers do. */
const APPOINTERS: Partial<Record<OrganisationKind, readonly Role[]>> = {
  foundation: ['chair', 'secretary'],
  social_enterprise: ['director'],
  social_organisation: ['director'],
  self_organisation: ['leader'],
};

/**
 * Officers of the place or above; the chair and the secretary of the same foundation; the director
 * of
 * the same enterprise or social organisation; the leader of the same self-organisation; the
 * storekeeper for the store's clerks.
 */
export function mayAppoint(
  actor: Actor,
  organisation: OrganisationRow,
  at: PlaceRow,
  role: Role,
): boolean {
  if (isOfficer(actor, at)) return true;
  if (organisation.kind === 'supermarket_operator' && role === 'clerk')
    return holds(actor, organisation.id, 'storekeeper');
  return holds(actor, organisation.id, ...(APPOINTERS[organisation.kind] ?? []));
}
