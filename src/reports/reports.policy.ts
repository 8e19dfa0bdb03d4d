import { policy } from '../api/policy';
import type { Actor } from '../kernel/actor';
import type { PlaceRow } from '../society/place.entity';
import { isCadre, isStoreStaff, mayReadBooks } from '../society/society.policy';

/** Whether it adds up so many communities that only those who govern them may ask for it. */
export const isWide = ({ kind }: PlaceRow) => kind === 'city' || kind === 'district';

/** Who may read a place's reports. */
export const placeReportReader = policy<PlaceRow>(
  'Anyone; of a district or a city, its auditors, officers and cadres, and its foundations’ people.',
  ({ actor }, at) => !isWide(at) || mayReadBooks(actor, at) || isCadre(actor, at),
);

/** Who is told even of few people, and exactly: those who may know each of them anyway. */
export function mayCountPeople(actor: Actor, at: PlaceRow): boolean {
  return mayReadBooks(actor, at) || isCadre(actor, at) || isStoreStaff(actor, at);
}
