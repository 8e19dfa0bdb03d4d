import { then } from '../api/at-once';
import type { Context } from '../api/context';
import { policy } from '../api/policy';
import type { Actor, Residence } from '../kernel/actor';
import { placeKnown } from '../society/place.reader';
import { isRegistrar } from '../society/society.policy';

/** As whom somebody lives in a community; null who does not. */
export function ownResidence(actor: Actor, communityId: string): Residence | null {
  return actor.residences.find((own) => own.communityId === communityId) ?? null;
}

/** Who stood aside and why, and who voted what in a roll call: the community's own affair. */
export const readsRoll = policy<{ readonly communityId: string }>(
  'Residents of the community, and its cadres and officers.',
  (context: Context, { communityId }) =>
    ownResidence(context.actor, communityId) !== null ||
    then(placeKnown(context, communityId), (at) => at !== null && isRegistrar(context.actor, at)),
);
