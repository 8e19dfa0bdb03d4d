import { minorOf, sumOf, type Sum } from '../../kit/sums';

/** What somebody has written of a period's figures. */
export interface WrittenFigures {
  readonly revenue?: string;
  readonly costs?: string;
  /** How the promise is told: a share of the surplus or an amount. */
  readonly by?: 'share' | 'amount';
  readonly share?: string;
  readonly amount?: string;
}

const CURRENCY = 'CNY';
const WHOLE = 10_000n;

/** What the figures come to so far; null where one of them is not yet readable. */
export function readWritten(written: WrittenFigures) {
  const revenue = minorOf(written.revenue ?? '', CURRENCY);
  const costs = minorOf(written.costs ?? '', CURRENCY);
  if (revenue === null || costs === null) return null;
  const surplus = revenue - costs;
  const promised = surplus > 0n ? promiseOf(written, surplus) : 0n;
  return {
    surplus: sumOf(surplus, CURRENCY),
    promised: promised === null ? null : sumOf(promised, CURRENCY),
    kept: promised === null ? null : sumOf(surplus - promised, CURRENCY),
  };
}

function promiseOf({ by, share, amount }: WrittenFigures, surplus: bigint): bigint | null {
  if (by === 'amount') return minorOf(amount ?? '', CURRENCY);
  const points = pointsOf(share ?? '');
  if (points === null || BigInt(points) > WHOLE) return null;
  return (surplus * BigInt(points)) / WHOLE;
}

/** `12.5` per cent in hundredths of one; null where it is none. */
function pointsOf(share: string): number | null {
  const points = minorOf(share, CURRENCY);
  return points === null ? null : Number(points);
}

const money = (amount: string) => ({ amount, currency: CURRENCY }) as const;

/** The same as the API takes it; `null` where something is missing. */
export function figuresOf(written: WrittenFigures) {
  const read = readWritten(written);
  const figures = [written.revenue, written.costs].map((each) => minorOf(each ?? '', CURRENCY));
  const [revenue, costs] = figures.map((minor) => money(sumOf(minor ?? 0n, CURRENCY).amount));
  if (!read || !revenue || !costs) return null;
  const surplus = money(read.surplus.amount);
  const isLoss = BigInt(read.surplus.minor) <= 0n;
  return {
    revenue,
    costs,
    surplus,
    commitment: isLoss ? null : commitmentOf(written, read.promised),
  };
}

function commitmentOf({ by, share }: WrittenFigures, promised: Sum | null) {
  if (by === 'amount') return promised && { amount: money(promised.amount) };
  return { shareBasisPoints: pointsOf(share ?? '') };
}
