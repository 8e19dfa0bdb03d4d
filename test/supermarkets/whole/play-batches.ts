import { Refusal } from '../../../src/kernel/refusal';
import { recordExchanges, type ExchangeResult } from '../../../src/supermarkets/record-exchanges';
import { basketOf, bodyOf, expectAsJudged, give, hoursBefore } from './baskets';
import { judge, toldFirst, type Wish } from './judge';
import type { Model, Sent } from './model';
import { expectOneOf, freshKey, pick, plain, type Makers, type Play } from './play';

const batch: Makers<'batch'>['batch'] = (model, act, alone) => {
  const now = model.town.clock.now();
  const items = act.items.flatMap(({ who, lines, hours, twice }) => {
    const wish = { store: act.store, who, lines, occurredAt: hoursBefore(now, hours) };
    const sent = sentOf(model, wish, freshKey());
    if (twice === 'same') return [sent, sent];
    return twice === 'other' ? [sent, changedBody(model, act.store, sent)] : [sent];
  });
  model.batches.push({ store: act.store, items });
  return sending(model, { store: act.store, items, times: act.times }, alone);
};

const sentOf = (model: Model, wish: Wish, key: string): Sent => ({
  ...{ key, who: wish.who, occurredAt: wish.occurredAt, lines: wish.lines },
  body: bodyOf(model, wish),
});

function changedBody(model: Model, store: number, sent: Sent): Sent {
  const [first, ...rest] = sent.lines;
  const lines = [{ ...first!, pieces: first!.pieces + 1 }, ...rest];
  return sentOf(model, { ...sent, store, lines }, sent.key);
}

const resend: Makers<'resend'>['resend'] = (model, act, alone) => {
  const earlier = pick(model.batches, act.which);
  if (!earlier) return null;
  const { store, items } = earlier;
  const again = act.changed ? items.map((sent) => changedBody(model, store, sent)) : items;
  return sending(model, { store, items: again, times: 1 }, alone);
};

function sending(
  model: Model,
  { store, items, times }: { store: number; items: readonly Sent[]; times: number },
  alone: boolean,
): Play<ExchangeResult[]> {
  const { town } = model;
  const exchanges = items.map((sent) => ({
    idempotencyKey: sent.key,
    ...basketOf(model, { ...sent, store }),
  }));
  const { clerk } = town.stores[store]!;
  return {
    expected: [],
    wishes: items.map((sent) => ({ ...sent, store })),
    ask: async (source) => {
      const send = () => town.run(clerk, (work) => recordExchanges(work, { exchanges }), source);
      const told = await send();
      for (let time = 1; time < times; time += 1) expectSameAnswers(told, await send());
      return told;
    },
    done: (told) => {
      expect(told.map(({ idempotencyKey }) => idempotencyKey)).toEqual(items.map(({ key }) => key));
      for (const [i, sent] of items.entries())
        settleOne(model, { ...sent, store }, told[i]!, alone);
    },
  };
}

/** What is decided for good is told again as it was. */
function expectSameAnswers(first: readonly ExchangeResult[], again: readonly ExchangeResult[]) {
  for (const [i, each] of first.entries())
    if (each.refusal?.code !== 'BOOKS_BUSY') expect(plain(again[i])).toBe(plain(each));
}

function settleOne(
  model: Model,
  sent: Sent & { readonly store: number },
  told: ExchangeResult,
  alone: boolean,
): void {
  const before = model.answers.get(sent.key);
  const answer = told.exchange ? plain(told.exchange) : plain(told.refusal?.code);
  if (before) {
    if (before.body === sent.body) expect(answer).toBe(before.answer);
    else expect(told.refusal?.code).toBe('KEY_REUSED');
    return;
  }
  if (told.refusal?.code === 'KEY_REUSED') return void model.reused.push(sent);
  const expected = toldFirst(judge(model, sent, model.town.clock.now()));
  // What a pool comes to owe depends on the lots, and those on what is undecided beside it.
  const owing = [...expected, told.refusal?.code].includes('POOL_SHORT');
  if (alone && !owing) expectOneOf(expected, told.refusal?.code);
  if (told.exchange) {
    expectAsJudged(model, sent, told.exchange, false);
    return give(model, sent, sent.key, told.exchange);
  }
  expect(told.refusal).toBeInstanceOf(Refusal);
  if (told.task) model.answers.set(sent.key, { key: sent.key, body: sent.body, answer });
}

export const BATCH_PLAYS: Makers<'batch' | 'resend'> = { batch, resend };
