import type { EntityManager } from 'typeorm';
import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import type { AllotmentPolicyRow } from './allotment-policy.entity';

/** How an allotment came to be what it is. */
export interface Allotment {
  readonly policy: AllotmentPolicyRow;
  readonly households: number;
  readonly minor: bigint;
}

/**
 * What a policy gives for so many households (C2): by the rate, of which a part of a fen is a fen,
 * and never less than the floor.
 */
export function allotmentBy(
  { perHundredMinor, floorMinor }: Pick<AllotmentPolicyRow, 'perHundredMinor' | 'floorMinor'>,
  households: number,
): { readonly byHouseholds: bigint; readonly minor: bigint } {
  const byHouseholds = (BigInt(households) * BigInt(perHundredMinor) + 99n) / 100n;
  const floor = BigInt(floorMinor);
  return { byHouseholds, minor: byHouseholds > floor ? byHouseholds : floor };
}

/**
 * Each place above says what communities get at least, so that the one which gives most holds: a
 * street may give more than its city, never less. Null where nobody has said anything.
 */
export function largestAllotment(
  policies: readonly AllotmentPolicyRow[],
  households: number,
): Allotment | null {
  return policies
    .map((policy) => ({ policy, households, minor: allotmentBy(policy, households).minor }))
    .reduce<Allotment | null>(
      (most, each) => (most && most.minor >= each.minor ? most : each),
      null,
    );
}

/** How many households somebody lives in on a day. */
export async function householdsOn(
  db: EntityManager,
  communityId: string,
  day: Day,
): Promise<number> {
  const [row] = await read<{ count: number }>(
    db,
    `select count(distinct household_id)::integer as count from resident
     where community_id = $1 and moved_in <= $2 and (moved_out is null or moved_out > $2)`,
    [communityId, day],
  );
  return row?.count ?? 0;
}
