import { sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { readLotAsked, type LotAsked } from './fefo-override';

export interface ExchangeLine {
  readonly productId: string;
  /** Pieces, 1 to 1,000. */
  readonly quantity: number;
  /** The lot that they come from, whatever expires before it, and why; left out: first expired. */
  readonly fromLot?: { readonly lotId: string; readonly reason: string } | null;
}

/** What a resident wants to take home. */
export interface PreviewExchange {
  readonly storeId: string;
  readonly residentId: string;
  readonly occurredAt: Date;
  readonly lines: readonly ExchangeLine[];
}

export interface RecordExchange extends PreviewExchange {
  readonly idempotencyKey: string;
}

/** A product with all that is wanted of it, and the input's first line that names it. */
export interface WantedProduct {
  readonly productId: string;
  readonly quantity: number;
  readonly path: readonly string[];
  /** What of it is to come from lots that are named; mostly nothing. */
  readonly fromLots?: readonly LotAsked[];
}

const MOST_LINES = 100;
const MOST_PIECES = 1000;

/**
 * Reads 1 to 100 lines of 1 to 1,000 pieces, adding up the lines of one product. Refuses:
 * `NO_LINES`, `TOO_MANY_LINES`, `QUANTITY_OUT_OF_RANGE`, `ID_UNKNOWN`, `OTHER_COMMUNITY`,
 * `TEXT_LENGTH`.
 */
export function readLines(
  lines: readonly ExchangeLine[],
  communityId: string,
): readonly WantedProduct[] {
  if (lines.length < 1) throw new Refusal('NO_LINES', {}, ['lines']);
  if (lines.length > MOST_LINES)
    throw new Refusal('TOO_MANY_LINES', { most: MOST_LINES }, ['lines']);
  const wanted = new Map<string, WantedProduct>();
  lines.forEach((line, i) => {
    const path = ['lines', String(i)];
    const productPath = [...path, 'productId'];
    const ref = tenantRef('Product', line.productId, productPath);
    const productId = sameCommunity(ref, communityId, productPath);
    const { quantity } = line;
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST_PIECES)
      throw new Refusal('QUANTITY_OUT_OF_RANGE', { most: MOST_PIECES }, [...path, 'quantity']);
    const asked = readLotAsked(line, communityId, path);
    const known = wanted.get(productId) ?? { productId, quantity: 0, path };
    wanted.set(productId, {
      ...{ ...known, quantity: known.quantity + quantity },
      ...(asked ? { fromLots: [...(known.fromLots ?? []), asked] } : {}),
    });
  });
  return [...wanted.values()];
}

const HOUR_MS = 3_600_000;

/** A till without a connection may send what it recorded within so many hours. */
const LATEST_HOURS = 72;

/** A till's clock may run ahead of ours by this much, as the books allow. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** Refuses a moment too long ago or to come: `OCCURRED_TOO_LONG_AGO`, `OCCURRED_IN_FUTURE`. */
export function refuseMoment(
  { now }: UnitOfWork,
  occurredAt: Date,
  path: readonly string[] = ['occurredAt'],
): void {
  const age = now.getTime() - occurredAt.getTime();
  if (age > LATEST_HOURS * HOUR_MS)
    throw new Refusal('OCCURRED_TOO_LONG_AGO', { hours: LATEST_HOURS }, path);
  if (age < -CLOCK_SLACK_MS) throw new Refusal('OCCURRED_IN_FUTURE', {}, path);
}
