import { holds, type Actor } from '../kernel/actor';

/** The chair or the secretary of a foundation: who opens and closes its pools. */
export function isPoolKeeper(actor: Actor, foundationId: string): boolean {
  return holds(actor, foundationId, 'chair', 'secretary');
}

/** Who keeps a foundation's money. */
export function isTreasurer(actor: Actor, foundationId: string): boolean {
  return holds(actor, foundationId, 'treasurer');
}
