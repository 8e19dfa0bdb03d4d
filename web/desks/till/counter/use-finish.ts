import { useEffect, useRef, useState } from 'react';
import { useTill } from '../at-store';
import { customerAgain } from '../device/customers';
import type { Basket, BasketAct } from './basket';
import { finish, type Finished } from './finish';
import type { Preview, Remark } from './preview';

type Done = Exclude<Finished, { readonly how: 'refused' }>;

export interface Finishing {
  /** How the last one ended, until the next begins. */
  readonly done: Done | null;
  readonly refused: readonly Remark[];
  readonly busy: boolean;
  readonly canFinish: boolean;
  readonly finish: () => void;
  readonly next: () => void;
}

/** One press: recorded with the network, kept without; refused, the basket stays as it is. */
export function useFinish(
  basket: Basket,
  act: (act: BasketAct) => void,
  preview: Preview | null,
): Finishing {
  const { shelf } = useTill();
  const [done, setDone] = useState<Done | null>(null);
  const [refused, setRefused] = useState<readonly Remark[]>([]);
  const [busy, setBusy] = useState(false);
  const isBusy = useRef(false);
  useEffect(() => setRefused([]), [basket.lines, basket.customer]);
  const canFinish = preview !== null && preview.refusals.length === 0 && !done;
  const go = async () => {
    // A second press before the screen has drawn anew must not begin a second one.
    if (!canFinish || isBusy.current) return;
    isBusy.current = true;
    setBusy(true);
    try {
      const finished = await finish(basket, preview.credits);
      if (finished.how === 'refused') return setRefused(finished.refusals);
      setDone(finished);
      act({ do: 'empty' });
      shelf.take(basket.lines);
      if (basket.customer) void customerAgain(basket.storeId, basket.customer.id);
    } finally {
      isBusy.current = false;
      setBusy(false);
    }
  };
  return {
    ...{ done, refused, busy, canFinish, next: () => setDone(null) },
    finish: () => void go(),
  };
}
