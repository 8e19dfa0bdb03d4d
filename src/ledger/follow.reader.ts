import type { EntityManager } from 'typeorm';
import { read } from '../kernel/read';

/** One of the two sides of an account. */
export type Side = 'debits' | 'credits';

/** What of an account's running total of one side lies after `start`, up to and with `end`. */
export interface Stretch {
  readonly accountId: string;
  readonly side: Side;
  readonly start: bigint;
  readonly end: bigint;
}

/** The part of a stretch that one leg of the other side covers. */
export interface Part {
  readonly communityId: string;
  readonly accountId: string;
  /** The covering leg's place in its account, and its entry. */
  readonly seq: bigint;
  readonly entryId: string;
  readonly assetId: string;
  /** Where in both sides' totals it lies. */
  readonly start: bigint;
  readonly end: bigint;
}

/** Where a leg reaches from and to in the running total of its own side. */
export function stretchOf(leg: {
  readonly accountId: string;
  readonly amount: bigint;
  readonly debits: bigint;
  readonly credits: bigint;
}): Stretch {
  const { accountId, amount, debits, credits } = leg;
  return amount > 0n
    ? { accountId, side: 'debits', start: debits - amount, end: debits }
    : { accountId, side: 'credits', start: credits + amount, end: credits };
}

/** Which legs to tell: those after one, at most so many for each stretch. */
export interface PartsPage {
  readonly after: string | null;
  readonly limit: number;
}

/**
 * The parts of stretches by the legs of the other side that cover them, first in, first out: what a
 * gift was used for, or which gifts paid for a use. Each stretch with its parts in their order, in
 * the order asked, in one statement.
 *
 * A reversal is a leg like any other: what takes a gift back uses what came first at that moment,
 * and what takes a use back brings in as much anew, behind all that had come in by then.
 */
export async function partsOf(
  db: EntityManager,
  communityId: string,
  stretches: readonly Stretch[],
  { after, limit }: PartsPage,
): Promise<Part[][]> {
  const rows = await read<PartRow>(
    db,
    `select * from public.ledger_parts($1, $2, $3, $4, $5, $6, $7)`,
    [
      communityId,
      stretches.map(({ accountId }) => accountId),
      stretches.map(({ side }) => side === 'credits'),
      stretches.map(({ start }) => start.toString()),
      stretches.map(({ end }) => end.toString()),
      after,
      limit,
    ],
  );
  const parts = stretches.map((): Part[] => []);
  for (const { asked, seq, entry_id: entryId, asset_id: assetId, starts, ends } of rows) {
    const { accountId = '' } = stretches[asked - 1] ?? {};
    parts[asked - 1]?.push({
      ...{ communityId, accountId, seq: BigInt(seq), entryId, assetId },
      ...{ start: BigInt(starts), end: BigInt(ends) },
    });
  }
  return parts;
}

interface PartRow {
  readonly asked: number;
  readonly seq: string;
  readonly entry_id: string;
  readonly asset_id: string;
  readonly starts: string;
  readonly ends: string;
}

/** How much of a stretch the other side, at its present total, has not reached yet. */
export function uncovered({ start, end }: Stretch, reached: bigint): bigint {
  if (reached <= start) return end - start;
  return reached < end ? end - reached : 0n;
}
