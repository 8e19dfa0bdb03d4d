import { Refusal } from '../kernel/refusal';
import type { Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { offerGoods, type Basket, type OfferedProduct } from './basket';
import { planExchange, type Plan } from './exchange-plan';
import { explain, outOfStock } from './exchange-refusals';
import type { Exchange } from './exchange.reader';
import { refusedOr } from './once';
import { postExchange } from './record-exchange';

/** A basket of many, ready to be served. */
export interface Waiting {
  readonly basket: Basket;
  readonly asked: Request;
}

/** Each round decides most of what waits; what is still open then may be asked again. */
const ROUNDS = 8;
const RETRY_MS = 1000;

/**
 * Serves many baskets in their order, in rounds: a round reads the shelves once, plans each basket
 * with what those before it leave, and posts all plans together; the books decide them one by one.
 * A basket that lacks what an earlier one may yet give back (if that one is refused) waits for the
 * next round, and with it all later ones of its resident or its products. So the statements grow
 * with the rounds and not with the baskets.
 */
export async function exchangeInOrder(
  work: UnitOfWork,
  waiting: readonly Waiting[],
): Promise<Map<Waiting, Exchange | Refusal>> {
  const decided = new Map<Waiting, Exchange | Refusal>();
  for (let round = 1; round <= ROUNDS && decided.size < waiting.length; round += 1) {
    const left = waiting.filter((each) => !decided.has(each));
    for (const [each, outcome] of await serveRound(work, left)) decided.set(each, outcome);
  }
  for (const each of waiting)
    if (!decided.has(each))
      decided.set(each, new Refusal('BOOKS_BUSY', { retryAfterMs: RETRY_MS }));
  return decided;
}

async function serveRound(work: UnitOfWork, left: readonly Waiting[]) {
  const offers = await Promise.all(
    left.map(({ basket }) => refusedOr(() => offerGoods(work, basket))),
  );
  const counter = new Counter();
  // One after the other: what a basket finds depends on those before it.
  const plans = left.map((each, i) => {
    const offer = offers[i] ?? [];
    return offer instanceof Refusal ? offer : counter.plan(each.basket, offer);
  });
  const outcomes = await Promise.all(
    left.map(async ({ asked }, i) => {
      const plan = plans[i] ?? null;
      if (plan === null || plan instanceof Refusal) return plan;
      const outcome = await refusedOr(() => postExchange(work, plan, asked));
      if (!(outcome instanceof Refusal)) return outcome;
      // Another till has emptied a lot: in the next round there is another, or none.
      return outcome.code === 'OUT_OF_STOCK' ? null : explain(outcome, plan);
    }),
  );
  return left.flatMap((each, i) => {
    const outcome = outcomes[i] ?? null;
    return outcome === null ? [] : [[each, outcome] as const];
  });
}

/** What the baskets of a round leave for those after them. */
class Counter {
  /** Pieces by lot that earlier baskets take, if the books let them. */
  private readonly taken = new Map<string, number>();
  /** Residents and products whose later baskets wait as well. */
  private readonly held = new Set<string>();

  /** Null: this basket waits for the next round. */
  plan(basket: Basket, products: readonly OfferedProduct[]): Plan | Refusal | null {
    const about = [basket.customer.residentId, ...basket.wanted.map(({ productId }) => productId)];
    const plan = planExchange(basket, products.map(this.left));
    const [refused] = plan.refused;
    if (refused) return refused;
    const waits =
      about.some((id) => this.held.has(id)) ||
      plan.short.some(({ offered }) => this.touched(products, offered.id));
    if (waits) {
      for (const id of about) this.held.add(id);
      return null;
    }
    const [short] = plan.short;
    if (short) return outOfStock(short);
    for (const { lot, quantity } of plan.parts)
      this.taken.set(lot.id, (this.taken.get(lot.id) ?? 0) + quantity);
    return plan;
  }

  private readonly left = (product: OfferedProduct): OfferedProduct => {
    const lots = product.offered.lots
      .map((lot) => ({ ...lot, stock: lot.stock - (this.taken.get(lot.id) ?? 0) }))
      .filter(({ stock }) => stock > 0);
    return { ...product, offered: { ...product.offered, lots } };
  };

  private touched(products: readonly OfferedProduct[], productId: string): boolean {
    const lots = products.filter(({ offered }) => offered.id === productId);
    return lots.some(({ offered }) => offered.lots.some(({ id }) => this.taken.has(id)));
  }
}
