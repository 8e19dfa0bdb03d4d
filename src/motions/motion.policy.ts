import { holdsAbove } from '../kernel/actor';
import { inCommunity, isRegistrar } from '../society/society.policy';

/** Who put their names to a motion: a matter of those who count them. */
export const readsCoSigners = inCommunity(
  'Cadres and officers of the community, and the committee of its party organisation.',
  (actor, at) =>
    isRegistrar(actor, at) ||
    holdsAbove(actor, at.lineage, 'party_organisation', 'party_secretary', 'party_member'),
);
