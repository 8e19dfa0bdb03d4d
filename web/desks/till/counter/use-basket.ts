import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { counterAt } from '../device/counter-slot';
import { trying } from '../device/keeping';
import { readQueue } from '../device/queue';
import { forget, keep, kept, type KeptBasket } from '../device/seen-store';
import { afterAct, type Basket, type BasketAct, emptyBasket } from './basket';

/**
 * The basket of a store's till. Every act is kept on the device as it happens: after a reload or a
 * dead battery it is there as it was. Another window of the till is another counter, with its own
 * basket. Null until that is read.
 */
export function useBasket(
  storeId: string,
  personId: string,
): [Basket | null, (act: BasketAct) => void] {
  const [basket, act] = useReducer(afterAct, null, () => emptyBasket(storeId, personId));
  const [counter, setCounter] = useState<string | null>(null);
  const shown = useRef(basket);
  useEffect(() => {
    let isCurrent = true;
    void counterAt(storeId).then(async (at) => {
      const before = await leftOpen(at);
      if (!isCurrent) return;
      if (before?.personId === personId) act({ do: 'put back', basket: basketOf(before) });
      setCounter(at);
    });
    return () => {
      isCurrent = false;
    };
  }, [storeId, personId]);
  useEffect(() => {
    if (!counter || shown.current === basket) return;
    shown.current = basket;
    const isEmpty = !basket.customer && basket.lines.length === 0;
    void (isEmpty ? forget('baskets', counter) : keep('baskets', { ...basket, counter }));
  }, [basket, counter]);
  return [counter ? basket : null, useCallback((done: BasketAct) => act(done), [])];
}

/**
 * The basket that was left open at a counter. One that was being finished when the window went is
 * not: it waits in the queue under its key, and finished again it would be another exchange.
 */
async function leftOpen(counter: string): Promise<KeptBasket | undefined> {
  // In this order: what leaves the queue with an answer has lost its basket before.
  const waiting = await trying(readQueue, []);
  const basket = await kept('baskets', counter);
  if (!waiting.some(({ key }) => key === basket?.key)) return basket;
  await forget('baskets', counter);
  return undefined;
}

const basketOf = ({ counter: _counter, ...basket }: KeptBasket): Basket => basket;
