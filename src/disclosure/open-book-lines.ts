import { toMoney, type Money } from '../api/money.graphql';
import { currency } from '../kernel/currency';
import type { MoneyItem } from '../reports/money-flows';
import { ITEMS, type ItemOfLoop, type LoopEdge, type MoneySide } from './loop';
import type { OpenBookOf } from './open-book-asked';
import { isOf, totalOf, type MoneySum, type Total } from './open-book.reader';
import { shareOf, type SelfReliance } from './self-reliance';

/** Minor units of the book's currency as the API shows them. */
export const moneyOf = ({ currency: code }: Pick<OpenBookOf, 'currency'>, minor: bigint): Money =>
  toMoney({ asset: currency(code), minor });

/** Money of one source or use, with its part of its side. */
export interface MoneyLine extends ItemOfLoop, Total {
  readonly item: MoneyItem;
  readonly shareBasisPoints: number | null;
}

/** The lines of one side of the book, in the order of its items; none where nothing moved. */
export function linesOf(sums: readonly MoneySum[], side: MoneySide): MoneyLine[] {
  const ofSide = sums.filter(isOf(side));
  const whole = totalOf(ofSide).minor;
  const items = (Object.keys(ITEMS) as MoneyItem[]).filter((item) => ITEMS[item].side === side);
  const lines = items
    .map((item) => ({ item, ...totalOf(ofSide.filter((sum) => sum.item === item)) }))
    .filter(({ entries }) => entries > 0);
  const shared = side !== 'proof' && lines.every(({ minor }) => minor >= 0n);
  return lines.map((line) => ({
    ...{ ...ITEMS[line.item], ...line },
    shareBasisPoints: shared ? shareOf(line.minor, whole) : null,
  }));
}

/** What flowed between two nodes of the loop. */
export type LoopFlow = LoopEdge & Total;

/** Every edge of the loop along which money went, in the order of the book. */
export function flowsOf(sums: readonly MoneySum[]): LoopFlow[] {
  const edges = new Map<string, MoneySum[]>();
  for (const item of Object.keys(ITEMS))
    for (const sum of sums.filter((each) => each.item === item)) {
      const edge = `${sum.from} ${sum.to}`;
      edges.set(edge, [...(edges.get(edge) ?? []), sum]);
    }
  return [...edges.values()].flatMap((along) => {
    const [first] = along;
    return first ? [{ from: first.from, to: first.to, ...totalOf(along) }] : [];
  });
}

/** Self-reliance as the API shows it. */
export const shownReliance = (of: OpenBookOf, { own, government, ...rest }: SelfReliance) => ({
  own: moneyOf(of, own),
  government: moneyOf(of, government),
  ...rest,
});
