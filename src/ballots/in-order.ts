/** A box, or a page of a roll, is for about so many units: a vote rewrites no more. */
const UNITS_PER_BOX = 256;

/** Over how many boxes the votes of so many units are spread. */
export function boxesFor(units: number): number {
  return Math.ceil(units / UNITS_PER_BOX);
}

/**
 * In which of the boxes something lies: by its first four bytes, so that going through the boxes is
 * going through all in the order of their bytes. Random bytes fill them evenly.
 */
export function boxOf(bytes: Buffer, boxes: number): number {
  return Math.floor((bytes.readUInt32BE(0) / 2 ** 32) * boxes);
}

/** Where something stands among the sorted, and whether it is there. */
export function placeIn(
  sorted: readonly Buffer[],
  wanted: Buffer,
): { readonly at: number; readonly found: boolean } {
  let [from, until] = [0, sorted.length];
  while (from < until) {
    const middle = (from + until) >> 1;
    if ((sorted[middle] ?? wanted).compare(wanted) < 0) from = middle + 1;
    else until = middle;
  }
  return { at: from, found: sorted[from]?.equals(wanted) ?? false };
}

/** A list with something put in at a place. */
export function withAt<T>(list: readonly T[], at: number, each: T): T[] {
  return [...list.slice(0, at), each, ...list.slice(at)];
}
