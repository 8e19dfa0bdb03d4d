import type { TillSendGoodsMutationVariables } from '../../../generated/operations';
import type { ShelfLot } from '../lots/lots-page';

/** Pieces of a lot that are to go; null: not told yet. */
export interface SendingLine {
  readonly lot: ShelfLot;
  readonly pieces: number | null;
}

/** What is to be sent, while it is written down. */
export interface Sending {
  readonly toStoreId: string | null;
  readonly blind: boolean;
  readonly note: string;
  readonly lines: readonly SendingLine[];
}

export const NOTHING_SENT: Sending = { toStoreId: null, blind: false, note: '', lines: [] };

type Input = TillSendGoodsMutationVariables['input'];

export const inputOf = (fromStoreId: string, idempotencyKey: string, sending: Sending): Input => ({
  ...{ idempotencyKey, fromStoreId, toStoreId: sending.toStoreId ?? '', blind: sending.blind },
  note: sending.note.trim() || null,
  lines: sending.lines.map(({ lot, pieces }) => ({
    ...{ lotId: lot.id, quantity: pieces ?? 0, asProductId: null },
  })),
});

/** What is still missing, as a key of words; null: it can go. */
export function missingOf({ toStoreId, lines }: Sending) {
  if (!toStoreId) return 'store.send.where';
  if (lines.length === 0) return 'store.send.what';
  return lines.some(({ pieces }) => !pieces) ? 'store.gift.how-many' : null;
}
