import type { Exchange } from '../../../src/supermarkets/exchange.reader';
import { allowanceKey, allowanceOf, judge, owedFor, type Wish } from './judge';
import type { Model } from './model';
import { plain } from './play';
import { monthAt } from './town';

const HOUR_MS = 3_600_000;
export const hoursBefore = (moment: Date, hours: number) =>
  new Date(moment.getTime() - hours * HOUR_MS);

const linesOf = ({ town }: Model, lines: Wish['lines']) =>
  lines.map(({ product, pieces }) => ({
    productId: town.products[product]!.globalId,
    quantity: pieces,
  }));

export const basketOf = (model: Model, wish: Wish) => ({
  storeId: model.town.stores[wish.store]!.globalId,
  residentId: model.town.people[wish.who]!.globalId,
  occurredAt: wish.occurredAt,
  lines: linesOf(model, wish.lines),
});

export const bodyOf = (model: Model, wish: Wish) => plain(basketOf(model, wish));

/** Writes an exchange down as it was told, and sees that each piece of it can be. */
export function give(model: Model, wish: Wish, key: string, told: Exchange): void {
  expect(told.residentId).toBe(model.town.people[wish.who]!.id);
  const parts = told.lines.map(({ lotId, quantity }) => {
    const lot = model.lots.find(({ id }) => id === lotId)!;
    expect(lot.store).toBe(wish.store);
    model.move(lot, -quantity, wish.occurredAt);
    return { lot, quantity };
  });
  model.spend(wish.who, told.credits);
  const month = monthAt(wish.occurredAt);
  const used = new Map<string, number>();
  for (const [about, pieces] of judge(model, wish, wish.occurredAt).pieces) {
    const account = allowanceKey(model, wish.who, about, month);
    model.allowances.set(account, allowanceOf(model, wish.who, about, month) - pieces);
    used.set(account, pieces);
  }
  const cents = owedFor(parts);
  if (cents > 0) model.owe(wish.store, month, cents);
  model.exchanges.push({
    ...{ id: told.id, key, store: wish.store, who: wish.who, month, credits: told.credits },
    ...{ cents, parts, used, voided: false },
  });
  model.answers.set(key, { key, body: bodyOf(model, wish), answer: plain(told) });
}

/** Of each product as much as was wished, from lots that are good, at the price of that moment. */
export function expectAsJudged(model: Model, wish: Wish, told: Exchange, inOrder: boolean): void {
  const { parts, credits } = judge(model, wish, wish.occurredAt);
  const lines = told.lines.map((line) => [line.lotId, line.quantity, line.credits]);
  const judged = parts.map(({ lot, quantity, credits: price }) => [lot.id, quantity, price]);
  if (inOrder) expect(lines).toEqual(judged);
  expect(told.credits).toBe(credits);
}
