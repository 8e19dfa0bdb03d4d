import { useCallback, useEffect, useState } from 'react';
import { useReached } from './device/network';
import { keptShelf, readShelf, type Shelf } from './device/shelf';

export interface ShelfRead {
  /** Null: neither read nor known yet. */
  readonly shelf: Shelf | null;
  readonly again: () => void;
}

/** Prices and stock are read anew this often, besides after each exchange. */
const OFTEN_MS = 5 * 60_000;

/** A store's shelf: what the device knows at once, then what the books say. */
export function useShelf(storeId: string): ShelfRead {
  const [shelf, setShelf] = useState<Shelf | null>(null);
  const isReached = useReached();
  const again = useCallback(() => {
    void readShelf(storeId).then((read) => read && setShelf(read));
  }, [storeId]);
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
  return { shelf, again };
}
