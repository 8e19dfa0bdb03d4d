import { Refusal } from '../kernel/refusal';
import type { PlaceKind, PlaceRow } from './place.entity';

/** Where the community stands among what a place lies in: city, district, street, community. */
const COMMUNITY = 3;

/**
 * The id of the community that a place is, or lies in. A place above, or of a kind that was not
 * asked for, is refused: `PLACE_KIND`.
 */
export function communityOf(
  { lineage, kind, name }: PlaceRow,
  kinds: readonly PlaceKind[],
  path: readonly string[],
): string {
  const communityId = lineage[COMMUNITY];
  if (communityId === undefined || !kinds.includes(kind))
    throw new Refusal('PLACE_KIND', { place: name }, path);
  return communityId;
}
