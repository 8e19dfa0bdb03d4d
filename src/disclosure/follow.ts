import type { EntityManager } from 'typeorm';
import type { Part } from '../ledger/follow.reader';
import { readHop, tookBackKey, type Hop, type Uses } from './hop.reader';
import { carry, stepOf } from './onward';
import { joined, later, type Found, type Stage, type Stretch } from './stretch';
import type { TookBack } from './take-backs.reader';

/** So many uses are followed of each thing, over so many accounts; the rest is told as one part. */
export const MOST_USES = 500;
export const MOST_HOPS = 20;

const UNUSED: Record<Stretch['kind'], Stage> = {
  poolAvailable: 'in_pool',
  projectGifts: 'for_project',
  grantCommitted: 'committed',
  operatorOwed: 'owed_to_operator',
};

/**
 * Follows stretches of money to what became of them. For each origin the amounts found add up to
 * what was followed, whatever happened to it: money is never followed in a circle, as each fen has
 * one use and each use one fen.
 */
export async function follow(
  db: EntityManager,
  communityId: string,
  begin: readonly Stretch[],
): Promise<Found[]> {
  const found: Found[] = [];
  const left = new Map(begin.map(({ origin }) => [origin, MOST_USES]));
  let open = joined(begin.filter(({ start, end }) => start < end));
  for (let hops = 0; open.length > 0 && hops < MOST_HOPS; hops += 1) {
    const limit = Math.max(1, ...open.map(({ origin }) => left.get(origin) ?? 0));
    const hop = await readHop(db, communityId, open, limit);
    const onward = hop.uses.flatMap((uses) => follows(hop, uses, left, found));
    open = joined(onward);
  }
  return [...found, ...open.map((each) => used(each, each.end - each.start))];
}

/** Adds to what is found, and answers what moved on. */
function follows(hop: Hop, uses: Uses, left: Map<string, number>, found: Found[]): Stretch[] {
  const { stretch, parts, unused } = uses;
  const onward: Stretch[] = [];
  let beyond = stretch.end - stretch.start - unused;
  for (const part of parts) {
    const budget = left.get(stretch.origin) ?? 0;
    if (budget === 0) break;
    left.set(stretch.origin, budget - 1);
    beyond -= part.end - part.start;
    const went = wentOn(hop, stretch, part);
    const size = went.reduce((sum, { start, end }) => sum + end - start, 0n);
    onward.push(...went);
    if (size < part.end - part.start)
      found.push(ending(hop, stretch, part, part.end - part.start - size));
  }
  if (beyond > 0n) found.push(used(stretch, beyond));
  if (unused > 0n) found.push(resting(stretch, unused));
  return onward;
}

/** Where a use brought the money: to an account that still holds it; nowhere, if it is spent. */
function wentOn(hop: Hop, stretch: Stretch, part: Part): Stretch[] {
  const entry = entryOf(hop, part);
  const since = later(stretch.since, entry.occurredAt);
  const legs = hop.legs.get(part.entryId) ?? [];
  const back = hop.tookBack.get(tookBackKey(part.accountId, part.entryId));
  if (back) return steppedIn(hop, { stretch, part, back, since });
  const step = stepOf(entry, stretch.kind);
  if (!step || !('to' in step)) return [];
  const ofPool = legs.filter(({ holderId }) => holderId === stretch.holderId);
  const from = ofPool.filter(({ kind, amount }) => kind === stretch.kind && amount > 0n);
  const to = ofPool.filter(({ kind, amount }) => kind === step.to && amount < 0n);
  return carry(part, from, to).map(({ to: { accountId, holderId, about }, start, end }) => ({
    ...{ origin: stretch.origin, accountId, kind: step.to, holderId, about, start, end, since },
  }));
}

/**
 * Another gift was given back out of this money: it steps into that gift's place; where the refund
 * failed, it came back by the mirror.
 */
function steppedIn(
  hop: Hop,
  { stretch, part, back, since }: { stretch: Stretch; part: Part; back: TookBack; since: Date },
): Stretch[] {
  const drawn = (hop.legs.get(part.entryId) ?? []).filter(
    ({ accountId, amount }) => accountId === part.accountId && amount > 0n,
  );
  if (back.reversalEntryId) {
    const mirror = (hop.legs.get(back.reversalEntryId) ?? []).filter(
      ({ accountId, amount }) => accountId === part.accountId && amount < 0n,
    );
    return carry(part, drawn, mirror).map(({ start, end }) => ({ ...stretch, start, end, since }));
  }
  const piece = { credits: back.pieceEnd, amount: back.pieceStart - back.pieceEnd };
  const { origin } = stretch;
  return carry(part, drawn, [piece]).map(({ start, end }) => ({
    ...{ ...back.gift, origin, start, end, since },
  }));
}

function ending(hop: Hop, stretch: Stretch, part: Part, minor: bigint): Found {
  const entry = entryOf(hop, part);
  const { grantId, trancheId, storeId, month } = entry.facts as Partial<Record<string, string>>;
  const { origin, kind } = stretch;
  const step = stepOf(entry, kind);
  const stage = step && 'ends' in step ? step.ends : 'used';
  const at = later(stretch.since, entry.occurredAt);
  if (stage === 'spent') return { origin, minor, stage, at, grantId, trancheId };
  if (stage === 'spent_on_goods') return { origin, minor, stage, at, storeId, month };
  return { origin, minor, stage, at };
}

function entryOf(hop: Hop, { entryId }: Part) {
  const entry = hop.entries.get(entryId);
  if (!entry) throw new Error(`The entry ${entryId} is gone`);
  return entry;
}

/** Nothing has used it yet: it is where it is. */
function resting({ origin, kind, about, since }: Stretch, minor: bigint): Found {
  const stage = UNUSED[kind];
  if (kind === 'grantCommitted') return { origin, minor, stage, at: since, grantId: about };
  if (kind === 'projectGifts') return { origin, minor, stage, at: null, grantId: about };
  if (kind === 'poolAvailable') return { origin, minor, stage, at: null };
  const [storeId, month] = about.split('/');
  return { origin, minor, stage, at: since, storeId, month };
}

function used({ origin, since }: Stretch, minor: bigint): Found {
  return { origin, minor, stage: 'used', at: since };
}
