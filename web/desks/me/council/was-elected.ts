import { dayIn } from '../../../kit/days';

/** What is known of a council's term and of its elections. */
interface Elects {
  readonly term: { readonly validFrom: string } | null;
  readonly place: { readonly timeZone: string } | null;
  readonly elections: { readonly edges: readonly { readonly node: Election }[] };
}

interface Election {
  readonly state: string;
  readonly termFrom: string;
  readonly endedAt: string | null;
}

/**
 * Whether an election gave the seats of the term that runs: it is the one whose term begins when it
 * was to begin or, where it was concluded later, on that day. Else somebody seated the members.
 */
export function wasElected({ term, place, elections }: Elects): boolean {
  if (!term || !place) return false;
  return elections.edges.some(({ node: { state, termFrom, endedAt } }) => {
    if (state !== 'CONCLUDED' || endedAt === null) return false;
    const ended = dayIn(place.timeZone, new Date(endedAt));
    return term.validFrom === (termFrom > ended ? termFrom : ended);
  });
}
