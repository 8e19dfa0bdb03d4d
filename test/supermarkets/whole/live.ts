import { startOf } from '../../../src/kernel/calendar';
import { Refusal } from '../../../src/kernel/refusal';
import { runChecks } from '../../../src/ledger/verify';
import { CHECKS } from '../../../src/server/checks';
import type { Act, Does, Round } from './acts';
import { ZONE } from './clock';
import { heldInBooks, heldInModel } from './books';
import type { Model } from './model';
import { excusesOf } from './excuses';
import { expectOneOf, type Play } from './play';
import { BATCH_PLAYS } from './play-batches';
import { CREDIT_PLAYS } from './play-credits';
import { OPERATOR_PLAYS } from './play-operators';
import { RULE_PLAYS } from './play-rules';
import { STOCK_PLAYS } from './play-stock';
import { TAKE_PLAYS } from './play-takes';
import { TILL_PLAYS } from './play-till';

const PLAYS = {
  ...{ ...TILL_PLAYS, ...BATCH_PLAYS, ...STOCK_PLAYS, ...TAKE_PLAYS },
  ...{ ...CREDIT_PLAYS, ...RULE_PLAYS, ...OPERATOR_PLAYS },
};

/** So long passes between one act and the next. */
const BETWEEN_MS = 433_000;
const DAY_MS = 86_400_000;

/** What anyone may be told when many act at once; anything else is a fault. */
const KNOWN: Readonly<Record<Exclude<Does, 'pass'>, readonly string[]>> = {
  ...{ receive: ['POOL_SHORT', 'BANK_SHORT'], batch: [], resend: [] },
  preview: ['OCCURRED_TOO_LONG_AGO', 'OCCURRED_IN_FUTURE', 'WALLET_FROZEN'],
  exchange: [
    ...['OUT_OF_STOCK', 'INSUFFICIENT_CREDITS', 'ALLOWANCE_EXCEEDED', 'POOL_SHORT', 'KEY_REUSED'],
    ...['WALLET_FROZEN', 'OCCURRED_TOO_LONG_AGO', 'OCCURRED_IN_FUTURE', 'TOO_YOUNG', 'BLACKOUT'],
  ],
  void: ['ALREADY_VOIDED', 'OPERATOR_SETTLED'],
  start: ['STOCK_TAKE_OPEN'],
  count: [
    ...['STOCK_TAKE_CLOSED', 'STOCK_TAKE_DECIDED', 'COUNTED_TOO_EARLY', 'LOT_RECALLED'],
    ...['LOT_PAST_ITS_DAY', 'COUNTED_BEFORE'],
  ],
  close: ['NOTHING_COUNTED', 'STOCK_TAKE_DECIDED'],
  approve: [
    ...['SECOND_PERSON_NEEDED', 'STOCK_TAKE_NOT_CLOSED', 'STOCK_TAKE_DECIDED', 'LOT_MOVED'],
  ],
  decline: ['STOCK_TAKE_DECIDED'],
  recall: [],
  clear: ['LOT_NOT_RECALLED', 'RECALLED_SHORT'],
  serve: ['SERVICE_OVERLAPS'],
  confirm: ['OWN_SERVICE', 'OWN_RECORD', 'SERVICE_CANCELLED', 'MONTHLY_CAP_REACHED'],
  reverse: ['SERVICE_NOT_CONFIRMED', 'REVERSED_BEFORE', 'INSUFFICIENT_CREDITS'],
  ...{ freeze: ['WALLET_FROZEN'], unfreeze: ['WALLET_NOT_FROZEN'] },
  thank: ['NOT_A_GIFT', 'NO_GOODS_VALUE', 'GIFT_THANKED', 'MONTHLY_CAP_REACHED'],
  ...{ expire: [], seal: [], price: [], rule: [], allowance: [] },
  state: ['MONTH_OPEN', 'NOTHING_TO_STATE'],
  settle: ['MONTH_OPEN', 'NOTHING_OWED', 'NOTHING_CHECKED'],
};

/** What is written down first when many things have happened at once. */
const IN_ORDER: readonly Does[] = [
  ...(['receive', 'serve', 'confirm', 'thank', 'void', 'exchange', 'batch', 'resend'] as const),
  ...(['reverse', 'expire', 'start', 'count', 'close', 'approve', 'decline'] as const),
];
const rank = ({ does }: Act) => IN_ORDER.indexOf(does) + 1 || IN_ORDER.length + 1;

/** How often each act was done, and was refused with each code. */
export type Met = Map<string, number>;

const note = (met: Met, what: string) => met.set(what, (met.get(what) ?? 0) + 1);

/** Lives a round; afterwards the books are right, and hold what the model holds. */
export async function liveRound(model: Model, round: Round, met: Met): Promise<void> {
  if (round.atOnce) await allAtOnce(model, round.acts, met);
  else for (const act of round.acts) await alone(model, act, met);
  for (const { key, body } of model.reused.splice(0))
    expect(model.answers.get(key)?.body).not.toBe(body);
  expect(await heldInBooks(model)).toEqual(heldInModel(model));
  expect(await runChecks(model.town.sources[0]!, CHECKS)).toEqual([]);
}

async function alone(model: Model, act: Act, met: Met): Promise<void> {
  await model.town.clock.pass(act.does === 'pass' ? lengthOf(model, act.days) : BETWEEN_MS);
  const play = playOf(model, act, true);
  const source = model.town.sources[0]!;
  if (!play) return;
  const [told] = await Promise.allSettled([play.ask(source)]);
  const code = told.status === 'rejected' ? codeOf(told.reason) : undefined;
  note(met, code ? `${act.does} ${code}` : act.does);
  if (play.expected) expectOneOf(play.expected, code);
  if (told.status === 'fulfilled') await play.done(told.value, source);
}

function lengthOf(model: Model, days: number): number {
  const end = days > 0 ? undefined : model.nextEnd();
  if (!end) return (days || 1) * DAY_MS;
  const eve = startOf(end, ZONE).getTime() - DAY_MS / 4;
  return Math.max(BETWEEN_MS, eve - model.town.clock.now().getTime());
}

async function allAtOnce(model: Model, acts: readonly Act[], met: Met): Promise<void> {
  await model.town.clock.pass(BETWEEN_MS);
  const { sources } = model.town;
  const plays = acts.flatMap((act) => {
    const play = playOf(model, act, false);
    return play ? [{ act, play }] : [];
  });
  const excuses = excusesOf(model, plays);
  const told = await Promise.allSettled(
    plays.map(({ play }, i) => play.ask(sources[i % sources.length]!)),
  );
  const all = plays.map((each, i) => ({ ...each, told: told[i]!, excuse: excuses[i] }));
  for (const { act, play, told: each, excuse } of all.sort((a, b) => rank(a.act) - rank(b.act))) {
    if (each.status === 'fulfilled') {
      note(met, `${act.does} at once`);
      await play.done(each.value, sources[0]!);
    } else {
      const code = codeOf(each.reason);
      note(met, `${act.does} ${code} at once`);
      expect([act.does, ...(excuse ?? KNOWN[act.does as Exclude<Does, 'pass'>])]).toContain(code);
    }
  }
}

function playOf(model: Model, act: Act, isAlone: boolean): Play | null {
  if (act.does === 'pass') return null;
  const make = PLAYS[act.does] as (model: Model, act: Act, isAlone: boolean) => Play | null;
  return make(model, act, isAlone);
}

/** Whatever is no refusal is a fault of ours. */
function codeOf(error: unknown): string {
  if (error instanceof Refusal) return error.code;
  throw error;
}
