import type { EntityManager } from 'typeorm';
import { CITY } from '../api/context';
import { placeById } from '../society/place.reader';

/** The time zone in which a set of books counts its days. */
export async function zoneOf(db: EntityManager, communityId: string): Promise<string> {
  const [place] = await placeById.read(db, CITY, [communityId]);
  return place?.timeZone ?? 'utc';
}
