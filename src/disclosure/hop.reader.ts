import type { EntityManager } from 'typeorm';
import { entriesById, type Entry } from '../ledger/entry.reader';
import { partsOf, type Part } from '../ledger/follow.reader';
import { legsOfEntriesOn, type PostedLeg } from '../ledger/leg.reader';
import { placesOf, type Place } from './places.reader';
import { HOLDING, type Stretch } from './stretch';
import { takenBackBy, type TookBack } from './take-backs.reader';

/** The uses of a stretch, as far as they were read. */
export interface Uses {
  readonly stretch: Stretch;
  readonly parts: readonly Part[];
  /** What nothing has used yet. */
  readonly unused: bigint;
}

/** All that is known of the entries that used stretches: what a hop reads. */
export interface Hop {
  readonly uses: readonly Uses[];
  readonly entries: ReadonlyMap<string, Entry>;
  readonly legs: ReadonlyMap<string, readonly PostedLeg[]>;
  readonly tookBack: ReadonlyMap<string, TookBack>;
}

export const tookBackKey = (accountId: string, entryId: string) => `${accountId} ${entryId}`;

/**
 * Reads what used stretches, with at most so many legs for each: five statements, however many
 * stretches and legs there are. What was taken back out of the giver's own gift is no use.
 */
export async function readHop(
  db: EntityManager,
  communityId: string,
  stretches: readonly Stretch[],
  limit: number,
): Promise<Hop> {
  const places = await placesOf(db, communityId, stretches);
  const asked = stretches.map(({ accountId }, i) => {
    const { start = 0n, end = 0n } = places[i] ?? {};
    return { accountId, side: 'credits' as const, start, end };
  });
  const read = await partsOf(db, communityId, asked, { after: null, limit });
  const entryIds = [...new Set(read.flat().map(({ entryId }) => entryId))];
  const taken = await takenBackBy(db, communityId, entryIds);
  const tookBack = new Map(taken.map((row) => [tookBackKey(row.accountId, row.entryId), row]));
  const mirrors = taken.flatMap(({ own, reversalEntryId: id }) => (own || !id ? [] : [id]));
  const entries = await entriesById(db, communityId, entryIds);
  const legs = await legsOfEntriesOn(db, communityId, [...entryIds, ...mirrors], HOLDING);
  const isUse = ({ accountId, entryId }: Part) =>
    !tookBack.get(tookBackKey(accountId, entryId))?.own;
  return {
    uses: stretches.map((stretch, i) => ({
      stretch,
      parts: (read[i] ?? []).filter(isUse),
      unused: unusedOf(stretch, places[i]),
    })),
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    legs: byEntry(legs),
    tookBack,
  };
}

function unusedOf({ start, end }: Stretch, place: Place | undefined): bigint {
  if (!place || place.reached >= place.end) return 0n;
  const beyond = place.end - place.reached;
  return beyond < end - start ? beyond : end - start;
}

function byEntry(legs: readonly PostedLeg[]): Map<string, PostedLeg[]> {
  const map = new Map<string, PostedLeg[]>();
  for (const leg of legs) {
    const list = map.get(leg.entryId);
    if (list) list.push(leg);
    else map.set(leg.entryId, [leg]);
  }
  return map;
}
