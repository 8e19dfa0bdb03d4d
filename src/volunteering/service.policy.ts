import { policy } from '../api/policy';
import { holds, type Actor } from '../kernel/actor';
import type { OrganisationRow } from '../society/organisation.entity';
import type { PlaceRow } from '../society/place.entity';
import { place } from '../society/place.reader';
import { isResident } from '../society/resident.policy';
import { inCommunity, isCadre, isRegistrar } from '../society/society.policy';
import type { ServiceRow } from './service.entity';

/** Who records what the members of a self-organisation did. */
export function isLeader(actor: Actor, organisationId: string): boolean {
  return holds(actor, organisationId, 'leader');
}

function belongs(actor: Actor, organisationId: string): boolean {
  return holds(actor, organisationId, 'leader', 'member');
}

type Whose = Pick<ServiceRow, 'communityId' | 'residentId' | 'beneficiaryId' | 'organisationId'>;

function isBeneficiary(actor: Actor, { communityId, beneficiaryId: id }: Whose): boolean {
  return id !== null && isResident(actor, { communityId, id });
}

/**
 * Who can know that a service was done: the organisation's people, the community's cadres, and whom
 * it was done for. That nobody confirms their own is a refusal of its own.
 */
export function mayConfirm(actor: Actor, service: Whose, community: PlaceRow): boolean {
  return (
    belongs(actor, service.organisationId) ||
    isCadre(actor, community) ||
    isBeneficiary(actor, service)
  );
}

/** Who takes a confirmed service back. */
export function mayCancel(actor: Actor, community: PlaceRow): boolean {
  return isCadre(actor, community);
}

export const serviceReader = inCommunity<Whose>(
  'Who served, whom it was done for, the people of the organisation, and who keeps the register.',
  (actor, community, service) => {
    const { communityId, residentId: id } = service;
    return (
      isResident(actor, { communityId, id }) ||
      mayConfirm(actor, service, community) ||
      isRegistrar(actor, community)
    );
  },
);

/** All services of an organisation, where the source is the organisation itself. */
export const organisationServicesReader = policy<OrganisationRow>(
  'The people of the organisation, and who keeps the register of the place it sits in.',
  async (context, { id, placeId }) => {
    if (belongs(context.actor, id)) return true;
    const at = await place(context, placeId);
    return at !== null && isRegistrar(context.actor, at);
  },
);
