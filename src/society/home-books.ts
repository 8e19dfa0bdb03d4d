import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { OrganisationRow } from './organisation.entity';
import type { PlaceRow } from './place.entity';
import { needPlace } from './place.reader';

/**
 * An enterprise makes its promises in the books of a place it lies in, or that lies in its own; any
 * other is refused: `ENTERPRISE_ELSEWHERE`.
 */
export async function refuseElsewhere(
  work: UnitOfWork,
  enterprise: OrganisationRow,
  books: PlaceRow,
  path: readonly string[],
): Promise<void> {
  if (books.lineage.includes(enterprise.placeId)) return;
  const seat = await needPlace(work, enterprise.placeId, path);
  if (!seat.lineage.includes(books.id))
    throw new Refusal('ENTERPRISE_ELSEWHERE', { place: books.name }, path);
}
