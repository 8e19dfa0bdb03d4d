import { dayOf, monthOf, type Day } from '../kernel/calendar';
import type { Currency } from '../kernel/currency';
import { later, STAGES, type Found, type Stage } from './stretch';

/** A part of what was followed, as it is told. */
export interface FollowedRow {
  readonly communityId: string;
  /** The donation or the remittance that it is a part of. */
  readonly ownerId: string;
  readonly currency: Currency;
  readonly minor: bigint;
  readonly stage: Stage;
  readonly day: Day | null;
  readonly grantId: string | null;
  readonly trancheId: string | null;
  readonly storeId: string | null;
  readonly month: string | null;
}

interface Told {
  readonly communityId: string;
  readonly timeZone: string;
  /** Whose each origin is, and in which currency. */
  readonly owners: ReadonlyMap<string, { readonly ownerId: string; readonly currency: Currency }>;
}

const ORDER = Object.keys(STAGES);

/**
 * Adds up what was found: one part for each grant, each milestone, each store and month. By the day
 * on which it happened (the last of several); what has not been used yet comes last.
 */
export function summed(found: readonly Found[], told: Told): FollowedRow[] {
  const sums = new Map<string, Found>();
  for (const each of found) {
    const key = keyOf(each, told);
    const sum = sums.get(key);
    const at = sum?.at && each.at ? later(sum.at, each.at) : each.at;
    sums.set(key, { ...each, minor: each.minor + (sum?.minor ?? 0n), at });
  }
  return [...sums.values()].map((each) => toRow(each, told)).sort(inOrder);
}

function keyOf(each: Found, told: Told): string {
  const { ownerId, currency } = ownerOf(each, told);
  const day = ['refunded', 'returned', 'disputed'].includes(each.stage) ? dayFor(each, told) : '';
  const about = [each.grantId, each.trancheId, each.storeId, monthFor(each, told), day];
  return [ownerId, currency, each.stage, ...about].join(' ');
}

function ownerOf({ origin }: Found, { owners }: Told) {
  const owner = owners.get(origin);
  if (!owner) throw new Error(`Nobody asked for ${origin}`);
  return owner;
}

function dayFor({ at }: Found, { timeZone }: Told): Day | null {
  return at && dayOf(at, timeZone);
}

function monthFor({ storeId, month, at }: Found, { timeZone }: Told): string | null {
  if (!storeId) return null;
  return month ?? (at && monthOf(at, timeZone));
}

function toRow(each: Found, told: Told): FollowedRow {
  const { minor, stage, grantId = null, trancheId = null, storeId = null } = each;
  return {
    ...{ communityId: told.communityId, ...ownerOf(each, told), minor, stage },
    ...{ grantId, trancheId, storeId },
    ...{ day: dayFor(each, told), month: monthFor(each, told) },
  };
}

function inOrder(one: FollowedRow, other: FollowedRow): number {
  const [a, b] = [one.day ?? '9999', other.day ?? '9999'];
  if (a !== b) return a < b ? -1 : 1;
  return ORDER.indexOf(one.stage) - ORDER.indexOf(other.stage);
}
