import { toGlobalId } from '../../../src/kernel/global-id';
import type { Exchange } from '../../../src/supermarkets/exchange.reader';
import { previewExchange, type ExchangePreview } from '../../../src/supermarkets/preview-exchange';
import { recordExchange } from '../../../src/supermarkets/record-exchange';
import { voidExchange } from '../../../src/supermarkets/void-exchange';
import { basketOf, expectAsJudged, give, hoursBefore } from './baskets';
import { judge, toldFirst } from './judge';
import type { Model, ModelExchange } from './model';
import { choose, freshKey, pick, together, type Makers, type Play } from './play';

const exchange: Makers<'exchange'>['exchange'] = (model, act, alone) => {
  const { town } = model;
  const now = town.clock.now();
  const wish = { ...act, occurredAt: hoursBefore(now, act.hours) };
  const earlier = act.under === null ? undefined : pick(model.exchanges, act.under);
  const key = earlier?.key ?? freshKey();
  const clerk = town.stores[act.store]!.clerk;
  const input = { idempotencyKey: key, ...basketOf(model, wish) };
  return {
    expected: earlier ? ['KEY_REUSED'] : toldFirst(judge(model, wish, now)),
    wishes: [wish],
    ask: (source) =>
      together(act.times, () => town.run(clerk, (work) => recordExchange(work, input), source)),
    done: (told: Exchange) => {
      expect(earlier).toBeUndefined();
      if (alone) expectAsJudged(model, wish, told, true);
      give(model, wish, key, told);
    },
  } satisfies Play<Exchange>;
};

const preview: Makers<'preview'>['preview'] = (model, act, alone) => {
  const { town } = model;
  const now = town.clock.now();
  const wish = { ...act, occurredAt: hoursBefore(now, act.hours) };
  const judged = judge(model, wish, now);
  const clerk = town.stores[act.store]!.clerk;
  return {
    expected: judged.closed,
    ask: (source) =>
      town.run(clerk, (work) => previewExchange(work, basketOf(model, wish)), source),
    done: (told: ExchangePreview) => {
      if (!alone) return;
      const codes = new Set(told.refusals.map(({ code }) => code));
      expect(codes).toEqual(new Set([...judged.rules, ...judged.short, ...judged.ledger]));
      expect(told.walletAfter).toBe(model.balance(act.who) - judged.credits);
    },
  } satisfies Play<ExchangePreview>;
};

/** What stands; of what was called back since, if there is such. */
function mendable({ exchanges }: Model): (one: ModelExchange) => boolean {
  const called = ({ voided, parts }: ModelExchange) =>
    !voided && parts.some(({ lot }) => lot.recalled);
  return exchanges.some(called) ? called : ({ voided }) => !voided;
}

const voiding: Makers<'void'>['void'] = (model, act) => {
  const { town } = model;
  const stood = choose(model.exchanges, act.which, mendable(model));
  if (!stood) return null;
  const exchangeId = toGlobalId('Exchange', town.home.id, stood.id);
  const input = { idempotencyKey: freshKey(), exchangeId, reason: 'A slip of the finger' };
  const now = town.clock.now();
  const settled = (model.owed.get(`${stood.store}/${stood.month}`) ?? 0) < stood.cents;
  const { storekeeper } = town.stores[stood.store]!;
  return {
    expected: stood.voided ? ['ALREADY_VOIDED'] : settled ? ['OPERATOR_SETTLED'] : [],
    ask: (source) =>
      together(act.times, () => town.run(storekeeper, (work) => voidExchange(work, input), source)),
    done: () => takeBack(model, stood, now),
  };
};

function takeBack(model: Model, stood: ModelExchange, now: Date): void {
  expect(stood.voided).toBe(false);
  stood.voided = true;
  for (const { lot, quantity } of stood.parts) model.move(lot, quantity, now);
  // They come in anew, and are as young as others of today.
  if (stood.credits > 0) model.earn(stood.who, stood.credits, model.today());
  for (const [account, pieces] of stood.used)
    model.allowances.set(account, model.allowances.get(account)! + pieces);
  if (stood.cents > 0) model.owe(stood.store, stood.month, -stood.cents);
}

export const TILL_PLAYS: Makers<'exchange' | 'preview' | 'void'> = {
  ...{ exchange, preview, void: voiding },
};
