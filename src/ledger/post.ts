import type { UnitOfWork } from '../kernel/unit-of-work';
import { toBatch, type Answer, type Group, type Outcome } from './batch';
import { toEntry, type Draft } from './draft';
import { laneOf } from './lanes';

/**
 * Posts drafts into one set of books: each accepted or refused by itself, or, where they belong
 * `together`, all of them or none. This and the functions below it are the only way anything enters
 * the ledger; `bookkeeping/record.ts` is the only caller.
 *
 * Where the unit of work has no transaction open, they go through the lane, with whatever else
 * waits for these books, and stand for good once this returns. Where it has, they are part of it:
 * the same locks are taken in the same order.
 */
export async function post(
  work: UnitOfWork,
  communityId: string,
  drafts: readonly Draft[],
  { together }: { readonly together: boolean } = { together: false },
): Promise<Outcome[]> {
  const entries = drafts.map((draft) => toEntry(communityId, draft, work.actor.personId));
  const groups: Group[] = together ? [entries] : entries.map((entry) => [entry]);
  if (work.isOpen) return await postInside(work, communityId, groups);
  const lane = laneOf(work.source, communityId);
  const outcomes = await Promise.all(groups.map((group) => lane.post(communityId, group)));
  return outcomes.flat();
}

/** A key that stands already would break off the whole transaction: it is looked up first. */
async function postInside(work: UnitOfWork, communityId: string, groups: readonly Group[]) {
  const batch = toBatch(communityId, groups, { careful: true, isOpen: () => false });
  return batch.read(await work.prepared<Answer>(batch.query));
}
