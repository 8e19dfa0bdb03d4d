import { useEffect, useMemo, useState } from 'react';
import { TillPreview } from '../../../generated/operations';
import { nowByServer } from '../device/clock';
import { ask, useReached } from '../device/network';
import { useQueue } from '../device/queue';
import type { Shelf } from '../device/shelf';
import type { Basket } from './basket';
import { type Preview, previewByBooks } from './preview';
import { previewByDevice } from './preview-by-device';

/** What the books said, of which goods and to whom. */
interface Told {
  readonly of: Basket['lines'];
  readonly residentId: string;
  readonly preview: Preview;
}

/**
 * What the basket would cost and leave, anew at each change: by the books, or, while they are not
 * reached, by what the device knows. Null: nobody is chosen or nothing is taken.
 */
export function usePreview(basket: Basket, shelf: Shelf | null): Preview | null {
  const { customer, lines, storeId } = basket;
  const isReached = useReached();
  const waiting = useQueue();
  const [told, setTold] = useState<Told | null>(null);
  const residentId = customer?.id;
  useEffect(() => {
    if (!residentId || lines.length === 0 || !isReached) return;
    let isCurrent = true;
    const input = {
      ...{ storeId, residentId, occurredAt: nowByServer().toISOString() },
      lines: lines.map((line) => ({ ...line, fromLot: null })),
    };
    void ask('query', TillPreview, { input }).then(({ data }) => {
      if (!isCurrent || !data) return;
      setTold({ of: lines, residentId, preview: previewByBooks(data, lines) });
    });
    return () => {
      isCurrent = false;
    };
  }, [storeId, residentId, lines, isReached]);
  const own = useMemo(
    () => (customer && shelf ? previewByDevice(basket, customer, shelf, waiting) : null),
    [basket, customer, shelf, waiting],
  );
  if (!customer || lines.length === 0) return null;
  // Until the books have answered, the device's own sum stands there: nobody waits for a figure.
  const isTold = told?.of === lines && told.residentId === residentId;
  return isTold && isReached ? told.preview : own;
}
