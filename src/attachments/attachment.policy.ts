import type { Context } from '../api/context';
import { policy } from '../api/policy';
import type { TenantRef } from '../kernel/global-id';
import type { Actor } from '../kernel/actor';
import type { Attached } from './attachment.reader';

/** Whether somebody may read what is attached to a thing. */
export type MayReadAbout = (context: Context, about: TenantRef) => boolean | Promise<boolean>;

const READERS = new Map<string, MayReadAbout>();

/**
 * Says who may read what is attached to things of a kind: as a rule, whoever may read the thing.
 * What no reader was named for, nobody reads.
 */
export function attachmentsAreReadBy(kind: string, allows: MayReadAbout): void {
  READERS.set(kind, allows);
}

/** Its uploader's own until it is attached; then as what it is attached to says. */
export const attachmentReader = policy<Attached>(
  'Who uploaded it, until it is attached to something; then whoever may read that.',
  (context, { communityId, uploadedBy, aboutKind, aboutId }) => {
    if (aboutKind === null || aboutId === null) return context.actor.personId === uploadedBy;
    return READERS.get(aboutKind)?.(context, { communityId, id: aboutId }) ?? false;
  },
);

/** Who may upload in a community: whoever lives there, or acts for a body there or above it. */
export function mayUpload(
  actor: Actor,
  { communityId, lineage }: { readonly communityId: string; readonly lineage: readonly string[] },
): boolean {
  return (
    actor.residences.some((residence) => residence.communityId === communityId) ||
    actor.standings.some(({ placeId }) => lineage.includes(placeId))
  );
}
