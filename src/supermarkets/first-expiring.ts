/** Something with pieces left. */
interface Stocked {
  readonly stock: number;
}

/** Pieces out of one lot. */
export interface Taken<Lot> {
  readonly lot: Lot;
  readonly quantity: number;
}

/**
 * Takes pieces from lots in their order, which is that of expiry (first expired, first out); what
 * the lots do not have is `missing`.
 */
export function takeInOrder<Lot extends Stocked>(
  lots: readonly Lot[],
  quantity: number,
): { readonly taken: Taken<Lot>[]; readonly missing: number } {
  const taken: Taken<Lot>[] = [];
  let missing = quantity;
  for (const lot of lots) {
    if (missing === 0) break;
    const part = Math.min(missing, lot.stock);
    if (part < 1) continue;
    taken.push({ lot, quantity: part });
    missing -= part;
  }
  return { taken, missing };
}
