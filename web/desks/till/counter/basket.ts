import { newKey } from '../../../kit/new-key';
import type { Customer } from '../device/customers';

export interface BasketLine {
  readonly productId: string;
  readonly quantity: number;
}

/** What is being taken, by whom, and the key under which it will be recorded. */
export interface Basket {
  readonly storeId: string;
  /** Who is filling it: nobody else finishes it. */
  readonly personId: string;
  readonly key: string;
  readonly customer: Customer | null;
  readonly lines: readonly BasketLine[];
}

export type BasketAct =
  | { readonly do: 'put back'; readonly basket: Basket }
  | { readonly do: 'choose'; readonly customer: Customer | null }
  | { readonly do: 'freshen'; readonly customer: Customer }
  | { readonly do: 'add'; readonly productId: string; readonly more: number }
  | { readonly do: 'set'; readonly productId: string; readonly quantity: number }
  | { readonly do: 'add to last'; readonly more: number }
  | { readonly do: 'empty' };

export const emptyBasket = (storeId: string, personId: string): Basket => ({
  ...{ storeId, personId, key: newKey(), customer: null, lines: [] },
});

/** The most pieces of one product in an exchange. */
const MOST_PIECES = 1000;

/** The basket after an act: a pure function, so that what is kept is what is shown. */
export function afterAct(basket: Basket, act: BasketAct): Basket {
  switch (act.do) {
    case 'put back':
      return act.basket;
    case 'choose':
      return { ...basket, customer: act.customer };
    case 'freshen':
      return basket.customer?.id === act.customer.id
        ? { ...basket, customer: act.customer }
        : basket;
    case 'add':
      return { ...basket, lines: withMore(basket.lines, act.productId, act.more) };
    case 'set':
      return { ...basket, lines: withQuantity(basket.lines, act.productId, act.quantity) };
    case 'add to last': {
      const last = basket.lines.at(-1);
      if (!last) return basket;
      return { ...basket, lines: withMore(basket.lines, last.productId, act.more) };
    }
    case 'empty':
      return emptyBasket(basket.storeId, basket.personId);
  }
}

function withMore(lines: readonly BasketLine[], productId: string, more: number): BasketLine[] {
  const before = lines.find((line) => line.productId === productId)?.quantity ?? 0;
  return withQuantity(lines, productId, before + more);
}

/** A product stands once, where it was put first; with no pieces it does not stand there. */
function withQuantity(
  lines: readonly BasketLine[],
  productId: string,
  quantity: number,
): BasketLine[] {
  const pieces = Math.min(Math.max(0, Math.trunc(quantity)), MOST_PIECES);
  const known = lines.some((line) => line.productId === productId);
  const all = known ? lines : [...lines, { productId, quantity: 0 }];
  return all
    .map((line) => (line.productId === productId ? { productId, quantity: pieces } : line))
    .filter((line) => line.quantity > 0);
}
