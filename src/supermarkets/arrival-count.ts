import { sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { StockTransferLineRow } from './stock-transfer-line.entity';

export interface ArrivalLine {
  /** The lot that was sent. */
  readonly lotId: string;
  /** Pieces that were there, 0 to as many as were sent. */
  readonly pieces: number;
}

/** A line of a transfer with what of it arrived. */
export interface Counted {
  readonly line: StockTransferLineRow;
  readonly pieces: number;
}

const MOST_PIECES = 100_000;

/**
 * Reads what was counted of a transfer: each of its lots once, and none left out. Refuses:
 * `ID_UNKNOWN`, `OTHER_COMMUNITY`, `LOT_NOT_SENT`, `LOT_TWICE`, `LOT_UNCOUNTED`, `COUNT_RANGE`,
 * `MORE_THAN_SENT`, `NOTHING_ARRIVED`.
 */
export function readArrival(
  communityId: string,
  sent: readonly StockTransferLineRow[],
  lines: readonly ArrivalLine[],
): Counted[] {
  const open = new Map(sent.map((line) => [line.lotId, line]));
  const known = new Set(open.keys());
  const counted = lines.map(({ lotId, pieces }, i) => {
    const path = ['lines', String(i), 'lotId'];
    const id = sameCommunity(tenantRef('Lot', lotId, path), communityId, path);
    if (!known.has(id)) throw new Refusal('LOT_NOT_SENT', {}, path);
    const line = open.get(id);
    if (!line) throw new Refusal('LOT_TWICE', {}, path);
    open.delete(id);
    refuseCount(line, pieces, ['lines', String(i), 'pieces']);
    return { line, pieces };
  });
  if (open.size > 0) throw new Refusal('LOT_UNCOUNTED', { lots: open.size }, ['lines']);
  if (counted.every(({ pieces }) => pieces === 0))
    throw new Refusal('NOTHING_ARRIVED', {}, ['lines']);
  return counted;
}

/** What is beyond was never sent: the sender's own count will find it missing. */
function refuseCount(line: StockTransferLineRow, pieces: number, path: readonly string[]): void {
  if (!Number.isInteger(pieces) || pieces < 0 || pieces > MOST_PIECES)
    throw new Refusal('COUNT_RANGE', { most: MOST_PIECES }, path);
  if (pieces > line.pieces) throw new Refusal('MORE_THAN_SENT', {}, path);
}
