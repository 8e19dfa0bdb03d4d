import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { forget, keep, kept } from '../device/seen-store';
import { afterAct, type Basket, type BasketAct, emptyBasket } from './basket';

/**
 * The basket of a store's till. Every act is kept on the device as it happens: after a reload or a
 * dead battery it is there as it was. Null until that is read.
 */
export function useBasket(
  storeId: string,
  personId: string,
): [Basket | null, (act: BasketAct) => void] {
  const [basket, act] = useReducer(afterAct, null, () => emptyBasket(storeId, personId));
  const [isRead, setRead] = useState(false);
  const shown = useRef(basket);
  useEffect(() => {
    void kept('baskets', storeId).then((before) => {
      if (before?.personId === personId) act({ do: 'put back', basket: before });
      setRead(true);
    });
  }, [storeId, personId]);
  useEffect(() => {
    if (!isRead || shown.current === basket) return;
    shown.current = basket;
    const isEmpty = !basket.customer && basket.lines.length === 0;
    void (isEmpty ? forget('baskets', storeId) : keep('baskets', basket));
  }, [basket, isRead, storeId]);
  return [isRead ? basket : null, useCallback((done: BasketAct) => act(done), [])];
}
