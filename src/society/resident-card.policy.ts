import type { Context } from '../api/context';
import { then } from '../api/at-once';
import { policy } from '../api/policy';
import type { Actor } from '../kernel/actor';
import { placeKnown } from './place.reader';
import type { ResidentCardRow } from './resident-card.entity';
import { isResident } from './resident.policy';
import { isRegistrar, isStorekeeper, isStoreStaff, type Within } from './society.policy';

type Whose = Pick<ResidentCardRow, 'communityId' | 'residentId'>;

const isOwn = (actor: Actor, { communityId, residentId: id }: Whose) =>
  isResident(actor, { communityId, id });

/** Who gives cards out: one who keeps the register, or runs the community's supermarket. */
export function mayIssueCards(actor: Actor, at: Within): boolean {
  return isRegistrar(actor, at) || isStorekeeper(actor, at);
}

/** A card that is lost must stop at once: whoever is told of it, or lost it, may end it. */
export function mayEndCard(actor: Actor, at: Within, card: Whose): boolean {
  return isOwn(actor, card) || isRegistrar(actor, at) || isStoreStaff(actor, at);
}

/** The code makes another card: fewer may read it than may know that there is one. */
export const holdsCard = policy<ResidentCardRow>(
  "The resident, who keeps the register, and storekeepers of the community's supermarket.",
  (context: Context, card) =>
    isOwn(context.actor, card) ||
    then(
      placeKnown(context, card.communityId),
      (at) => at !== null && mayIssueCards(context.actor, at),
    ),
);
