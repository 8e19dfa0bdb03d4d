import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { OrganisationRow } from '../society/organisation.entity';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';

/**
 * An enterprise keeps its promises in the books of a place it lies in, or that lies in its own; any
 * other is refused: `ENTERPRISE_ELSEWHERE`.
 */
export async function refuseElsewhere(
  work: UnitOfWork,
  enterprise: OrganisationRow,
  books: PlaceRow,
): Promise<void> {
  if (books.lineage.includes(enterprise.placeId)) return;
  const seat = await needPlace(work, enterprise.placeId, ['enterpriseId']);
  if (!seat.lineage.includes(books.id))
    throw new Refusal('ENTERPRISE_ELSEWHERE', { place: books.name }, ['communityId']);
}
