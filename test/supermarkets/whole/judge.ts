import type { Model, ModelLot, ModelRule } from './model';
import type { Line } from './acts';
import { dayAt, monthAt } from './town';

/** Pieces of a lot with their price. */
export interface Part {
  readonly lot: ModelLot;
  readonly quantity: number;
  readonly credits: number;
}

/** What a slow and careful person at the till would say of a basket, with all the reasons. */
export interface Judgement {
  /** It is not even looked at: of these, one is told. */
  readonly closed: readonly string[];
  readonly rules: readonly string[];
  readonly short: readonly string[];
  readonly ledger: readonly string[];
  readonly parts: readonly Part[];
  readonly credits: number;
  /** By class of goods. */
  readonly pieces: ReadonlyMap<string, number>;
}

export interface Wish {
  readonly store: number;
  readonly who: number;
  readonly lines: readonly Line[];
  readonly occurredAt: Date;
}

const HOUR_MS = 3_600_000;
const LATEST_MS = 72 * HOUR_MS;
const SLACK_MS = 5 * 60_000;

/** The refusals of which one is told first; empty: it is done. */
export function toldFirst({ closed, rules, short, ledger }: Judgement): readonly string[] {
  return [closed, rules, short, ledger].find((codes) => codes.length > 0) ?? [];
}

export function judge(model: Model, wish: Wish, now: Date): Judgement {
  const { store, who, occurredAt } = wish;
  const age = now.getTime() - occurredAt.getTime();
  const closed = [
    ...(age > LATEST_MS ? ['OCCURRED_TOO_LONG_AGO'] : []),
    ...(age < -SLACK_MS ? ['OCCURRED_IN_FUTURE'] : []),
  ];
  if (closed.length === 0 && model.frozen.has(who)) closed.push('WALLET_FROZEN');
  const wanted = wantedOf(wish.lines);
  const holding = rulesAt(model, store, occurredAt.getTime());
  const parts: Part[] = [];
  const short: string[] = [];
  let credits = 0;
  for (const [product, pieces] of wanted) {
    const each = priceOf(model, product, wish, holding);
    credits += each * pieces;
    let missing = pieces;
    for (const lot of goodLots(model, store, product, dayAt(occurredAt))) {
      const quantity = Math.min(missing, lot.left);
      if (quantity > 0) parts.push({ lot, quantity, credits: each * quantity });
      missing -= quantity;
    }
    if (missing > 0) short.push('OUT_OF_STOCK');
  }
  const pieces = piecesOf(model, wanted, monthAt(occurredAt));
  const judged = { closed, rules: refusedBy(model, wish, wanted, holding), short, parts, credits };
  return { ...judged, pieces, ledger: ledgerOf(model, wish, judged, pieces) };
}

function wantedOf(lines: readonly Line[]): Map<number, number> {
  const wanted = new Map<number, number>();
  for (const { product, pieces } of lines) wanted.set(product, (wanted.get(product) ?? 0) + pieces);
  return wanted;
}

/** First expired, first out; of those that expire on one day the one that came first. */
function goodLots(model: Model, store: number, product: number, day: string): ModelLot[] {
  const order = ({ expiresOn, id }: ModelLot) => `${expiresOn ?? '9999-12-31'} ${id}`;
  return model.lots
    .filter((lot) => lot.store === store && lot.product === product && !lot.recalled)
    .filter(({ expiresOn }) => expiresOn === null || expiresOn >= day)
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function priceOf(
  model: Model,
  product: number,
  { who, occurredAt }: Wish,
  holding: readonly ModelRule[],
): number {
  const at = occurredAt.getTime();
  const held = model.prices[product]!.filter(({ from }) => from <= at).sort(
    (a, b) => b.from - a.from,
  );
  const { credits } = held[0]!;
  if (!model.town.people[who]!.priority) return credits;
  const kindest = holding
    .filter(({ kind, class: about }) => kind === 'priority_price' && isAbout(model, about, product))
    .map(({ value }) => value!);
  return kindest.length === 0 ? credits : Math.ceil((credits * Math.min(...kindest)) / 100);
}

const isAbout = (model: Model, about: string | null, product: number) =>
  about === null || about === model.town.products[product]!.class;

/** Of each rule the version that began last and has not ended; a store's own goes first. */
function rulesAt(model: Model, store: number, at: number): ModelRule[] {
  const nameOf = (rule: ModelRule) => `${rule.kind} ${rule.class}`;
  const latest = new Map<string, ModelRule>();
  for (const rule of model.rules) {
    if (rule.store !== null && rule.store !== store) continue;
    if (rule.from > at || (rule.until !== null && rule.until <= at)) continue;
    const name = `${rule.store} ${nameOf(rule)}`;
    const before = latest.get(name);
    if (!before || before.from < rule.from) latest.set(name, rule);
  }
  const holding = [...latest.values()];
  const own = holding.filter((rule) => rule.store !== null).map(nameOf);
  return holding.filter(
    (rule) => rule.value !== null && (rule.store !== null || !own.includes(nameOf(rule))),
  );
}

function refusedBy(
  model: Model,
  { who, occurredAt }: Wish,
  wanted: ReadonlyMap<number, number>,
  holding: readonly ModelRule[],
): string[] {
  const { born } = model.town.people[who]!;
  const day = dayAt(occurredAt);
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  const age = day.slice(5) < born.slice(5) ? years - 1 : years;
  return holding
    .filter((rule) => [...wanted.keys()].some((product) => isAbout(model, rule.class, product)))
    .flatMap(({ kind, value }) => {
      if (kind === 'blackout') return 'BLACKOUT';
      return kind === 'minimum_age' && age < value! ? 'TOO_YOUNG' : [];
    });
}

function piecesOf(model: Model, wanted: ReadonlyMap<number, number>, month: string) {
  const pieces = new Map<string, number>();
  for (const [product, count] of wanted) {
    const about = model.town.products[product]!.class;
    if (about && versionOf(model, about, month))
      pieces.set(about, (pieces.get(about) ?? 0) + count);
  }
  return pieces;
}

/** What a class of goods gives in a month; undefined before it was first set. */
function versionOf(model: Model, about: string, month: string) {
  return model.allowanceVersions
    .filter((version) => version.class === about && version.from <= month)
    .sort((a, b) => a.from.localeCompare(b.from))
    .at(-1);
}

export const allowanceKey = (model: Model, who: number, about: string, month: string) =>
  `${model.town.people[who]!.householdId}/${month}/${about}`;

/** What a household still has of a class; where nothing was taken yet, what it would be given. */
export function allowanceOf(model: Model, who: number, about: string, month: string): number {
  const { pieces, extra } = versionOf(model, about, month)!;
  const granted = pieces + (model.town.people[who]!.priority ? extra : 0);
  return model.allowances.get(allowanceKey(model, who, about, month)) ?? granted;
}

function ledgerOf(
  model: Model,
  { store, who, occurredAt }: Wish,
  { parts, credits }: Pick<Judgement, 'parts' | 'credits'>,
  pieces: ReadonlyMap<string, number>,
): string[] {
  const month = monthAt(occurredAt);
  const exceeded = [...pieces].filter(
    ([about, count]) => count > allowanceOf(model, who, about, month),
  );
  return [
    ...(credits > model.balance(who) ? ['INSUFFICIENT_CREDITS'] : []),
    ...exceeded.map(() => 'ALLOWANCE_EXCEEDED'),
    ...(owedFor(parts) > model.pools[store]! ? ['POOL_SHORT'] : []),
  ];
}

/** What a pool comes to owe for the operator's own goods, in cents. */
export const owedFor = (parts: readonly { readonly lot: ModelLot; readonly quantity: number }[]) =>
  parts
    .filter(({ lot }) => lot.source === 'OPERATOR_OWNED')
    .reduce((sum, { lot, quantity }) => sum + lot.cents * quantity, 0);
