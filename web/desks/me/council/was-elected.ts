import { dayIn } from '../../../kit/days';
import type { Council } from './council-page';

/**
 * Whether an election gave the seats of the term that runs: it is the one whose term begins when it
 * was to begin or, where it was concluded later, on that day. Else somebody seated the members.
 */
export function wasElected({ term, place, elections }: Council): boolean {
  if (!term || !place) return false;
  return elections.edges.some(({ node: { state, termFrom, endedAt } }) => {
    if (state !== 'CONCLUDED' || endedAt === null) return false;
    const ended = dayIn(place.timeZone, new Date(endedAt));
    return term.validFrom === (termFrom > ended ? termFrom : ended);
  });
}
