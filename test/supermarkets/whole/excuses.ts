import type { Act } from './acts';
import { allowanceOf, judge, type Judgement, type Wish } from './judge';
import type { Model } from './model';
import type { Play } from './play';
import { dayAt, monthAt } from './town';

/** The dearest piece that anyone receives, in cents. */
const DEAREST = 200;

interface Doing {
  readonly act: Act;
  readonly play: Play;
}

/**
 * For each exchange of a round in which all happens at once: the refusals for which there may be a
 * reason, if everybody else comes first. Whoever is refused for another one, is refused in vain.
 */
export function excusesOf(model: Model, all: readonly Doing[]): (readonly string[] | undefined)[] {
  return all.map((doing, i) => {
    if (doing.act.does !== 'exchange') return undefined;
    const others = all.filter((_, other) => other !== i);
    return excuses(model, doing.play.wishes![0]!, others).concat(doing.play.expected ?? []);
  });
}

function excuses(model: Model, wish: Wish, others: readonly Doing[]): string[] {
  const now = model.town.clock.now();
  const judged = judge(model, wish, now);
  const { closed, rules, short, ledger } = judged;
  const first = closed[0] ?? rules[0];
  if (first) return [...closed, ...rules];
  const wishes = others.flatMap(({ play }) => play.wishes ?? []);
  const does = (kind: Act['does']) => others.some(({ act }) => act.does === kind);
  const spent = spentMeanwhile(model, wish, wishes, others);
  const reasons: readonly (readonly [code: string, may: boolean])[] = [
    ['WALLET_FROZEN', does('freeze')],
    ['OUT_OF_STOCK', does('recall') || does('approve') || goneMeanwhile(model, wish, wishes)],
    ['INSUFFICIENT_CREDITS', judged.credits > model.balance(wish.who) - spent],
    ['ALLOWANCE_EXCEEDED', takenUpMeanwhile(model, wish, judged, wishes)],
    ['POOL_SHORT', owedMeanwhile(model, wish, wishes, others)],
  ];
  return [...short, ...ledger, ...reasons.flatMap(([code, may]) => (may ? [code] : []))];
}

const piecesOf = (wishes: readonly Wish[], product: number | null = null) =>
  wishes
    .flatMap(({ lines }) => lines)
    .filter((line) => product === null || line.product === product)
    .reduce((sum, { pieces }) => sum + pieces, 0);

function goneMeanwhile(model: Model, wish: Wish, wishes: readonly Wish[]): boolean {
  const day = dayAt(wish.occurredAt);
  const rivals = [wish, ...wishes.filter(({ store }) => store === wish.store)];
  return wish.lines.some(({ product }) => {
    const good = model.lots.filter(
      (lot) =>
        lot.store === wish.store &&
        lot.product === product &&
        !lot.recalled &&
        (lot.expiresOn === null || lot.expiresOn >= day),
    );
    return piecesOf(rivals, product) > good.reduce((sum, { left }) => sum + left, 0);
  });
}

/** What others may take from the wallet: baskets, services taken back, and what comes of age. */
function spentMeanwhile(
  model: Model,
  { who }: Wish,
  wishes: readonly Wish[],
  others: readonly Doing[],
): number {
  const now = model.town.clock.now();
  const baskets = wishes
    .filter((other) => other.who === who)
    .reduce((sum, other) => sum + judge(model, other, now).credits, 0);
  const kinds = others.map(({ act }) => act.does);
  const old = kinds.includes('expire') ? model.old(who, model.today()) : 0;
  // The longest service is of two hours.
  return baskets + old + 20 * kinds.filter((does) => does === 'reverse').length;
}

function takenUpMeanwhile(
  model: Model,
  { who, occurredAt }: Wish,
  { pieces }: Judgement,
  wishes: readonly Wish[],
): boolean {
  const { people } = model.town;
  const home = people[who]!.householdId;
  const rivals = wishes.filter((other) => people[other.who]!.householdId === home);
  const month = monthAt(occurredAt);
  return [...pieces].some(
    ([about, count]) => count + piecesOf(rivals) > allowanceOf(model, who, about, month),
  );
}

function owedMeanwhile(
  model: Model,
  wish: Wish,
  wishes: readonly Wish[],
  others: readonly Doing[],
): boolean {
  const rivals = [wish, ...wishes.filter(({ store }) => store === wish.store)];
  const bought = others
    .map(({ act }) => act)
    .filter((act) => act.does === 'receive' && act.source === 'PURCHASED')
    .reduce((sum, act) => sum + (act.does === 'receive' ? act.pieces * act.cents : 0), 0);
  return piecesOf(rivals) * DEAREST + bought > model.pools[wish.store]!;
}
