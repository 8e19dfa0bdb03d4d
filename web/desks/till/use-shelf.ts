import { useCallback, useEffect, useState } from 'react';
import { useReached } from './device/network';
import { keptShelf, readShelf, type Shelf } from './device/shelf';

export interface ShelfRead {
  /** Null: neither read nor known yet. */
  readonly shelf: Shelf | null;
  readonly again: () => void;
  /** Takes what was handed out off the stock, so that nothing has to be read for it. */
  readonly take: (lines: readonly TakenLine[]) => void;
}

interface TakenLine {
  readonly productId: string;
  readonly quantity: number;
}

/** Prices and stock are read anew this often. */
const OFTEN_MS = 5 * 60_000;

/** A store's shelf: what the device knows at once, then what the books say. */
export function useShelf(storeId: string): ShelfRead {
  const [shelf, setShelf] = useState<Shelf | null>(null);
  const isReached = useReached();
  const again = useCallback(() => {
    void readShelf(storeId).then((read) => read && setShelf(read));
  }, [storeId]);
  const take = useCallback((lines: readonly TakenLine[]) => {
    setShelf((known) => known && without(known, lines));
  }, []);
  useEffect(() => {
    let isCurrent = true;
    void keptShelf(storeId).then((known) => isCurrent && setShelf((read) => read ?? known));
    return () => {
      isCurrent = false;
    };
  }, [storeId]);
  useEffect(() => {
    if (!isReached) return;
    again();
    const often = setInterval(again, OFTEN_MS);
    return () => clearInterval(often);
  }, [again, isReached]);
  return { shelf, again, take };
}

/** A shelf without what was just taken from it. */
function without(shelf: Shelf, lines: readonly TakenLine[]): Shelf {
  const taken = new Map(lines.map(({ productId, quantity }) => [productId, quantity]));
  const goods = shelf.goods.map((each) => ({
    ...each,
    stock: Math.max(0, each.stock - (taken.get(each.id) ?? 0)),
  }));
  return { ...shelf, goods };
}
