import { addMonths, type Day } from '../kernel/calendar';
import { isOf, totalOf, YEAR_BEFORE, type MoneySum } from './open-book.reader';

/** A community's own income beside government money. */
export interface SelfReliance {
  readonly own: bigint;
  readonly government: bigint;
  /** The part of its own in hundredths of a percent; null: there is nothing to share. */
  readonly shareBasisPoints: number | null;
}

/** The same of a month and of the year that ends with it. */
export interface SelfRelianceOfMonth {
  readonly month: Day;
  readonly inMonth: SelfReliance;
  readonly inYear: SelfReliance;
  readonly used: bigint;
}

/** What of what came in is a community's own. Where more was given back than came, no share. */
export function selfReliance(sums: readonly MoneySum[]): SelfReliance {
  const own = totalOf(sums.filter(isOf('income', 'own'))).minor;
  const government = totalOf(sums.filter(isOf('income', 'government'))).minor;
  return { own, government, shareBasisPoints: shareOf(own, own + government) };
}

/** A part of a whole in hundredths of a percent, rounded; null where that means nothing. */
export function shareOf(part: bigint, whole: bigint): number | null {
  if (whole <= 0n || part < 0n || part > whole) return null;
  return Number((part * 20_000n + whole) / (whole * 2n));
}

/** Month by month, each with the year that ends with it: public money comes once or twice. */
export function byMonth(
  all: readonly MoneySum[],
  { from, until }: { readonly from: Day; readonly until: Day },
): SelfRelianceOfMonth[] {
  const months: SelfRelianceOfMonth[] = [];
  for (let month = from; month < until; month = addMonths(month, 1)) {
    const since = addMonths(month, -YEAR_BEFORE);
    const inMonth = all.filter((sum) => sum.month === month);
    months.push({
      month,
      inMonth: selfReliance(inMonth),
      inYear: selfReliance(all.filter((sum) => sum.month >= since && sum.month <= month)),
      used: totalOf(inMonth.filter(isOf('use'))).minor,
    });
  }
  return months;
}
