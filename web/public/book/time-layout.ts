import type { Month } from './told';

/** How a chart over months is drawn. */
export interface ChartSize {
  readonly width: number;
  readonly line: number;
  readonly bars: number;
  readonly letters: number;
  /** Room for the figures at the left edge. */
  readonly edge: number;
}

export interface MonthMark {
  readonly month: string;
  /** The middle of its column. */
  readonly x: number;
  /** Where the line passes; null where there is no share. */
  readonly y: number | null;
  readonly own: Column;
  readonly government: Column;
  readonly isNamed: boolean;
}

interface Column {
  readonly y: number;
  readonly height: number;
}

export interface TimeLayout {
  readonly marks: readonly MonthMark[];
  readonly columnWidth: number;
  /** The line through the months that have a share, in pieces where some have none. */
  readonly path: string;
  /** The highest month's income in minor units. */
  readonly most: number;
  readonly base: number;
  readonly height: number;
}

/** Room between the line and the bars, and for the names of months beneath. */
const GAP = 3.2;
const FOOT = 1.8;

/** Where the months stand in the chart of self-reliance. */
export function layOutMonths(months: readonly Month[], size: ChartSize): TimeLayout {
  const { width, line, bars, letters, edge } = size;
  const step = (width - edge) / Math.max(1, months.length);
  const base = letters + line + letters * GAP + bars;
  const incomes = months.map(({ inMonth: { own, government } }) => ({
    own: Math.max(0, Number(own.minor)),
    government: Math.max(0, Number(government.minor)),
  }));
  const most = Math.max(1, ...incomes.map(({ own, government }) => own + government));
  const high = (minor: number) => (minor / most) * bars;
  const every = Math.ceil(months.length / Math.floor((width - edge) / (letters * 3.4)));
  const marks = months.map(({ month, inYear: { shareBasisPoints } }, at): MonthMark => {
    const { own, government } = incomes[at] ?? { own: 0, government: 0 };
    return {
      month,
      x: edge + step * (at + 0.5),
      y: shareBasisPoints === null ? null : letters + line * (1 - shareBasisPoints / 10_000),
      own: { y: base - high(own), height: high(own) },
      government: { y: base - high(own) - high(government), height: high(government) },
      isNamed: (months.length - 1 - at) % every === 0,
    };
  });
  return {
    ...{ marks, most, base, path: pathOf(marks) },
    columnWidth: Math.min(step * 0.7, 36),
    height: base + letters * FOOT,
  };
}

function pathOf(marks: readonly MonthMark[]): string {
  let pen = 'M';
  const parts: string[] = [];
  for (const { x, y } of marks) {
    if (y === null) pen = 'M';
    else {
      parts.push(`${pen}${x.toFixed(1)},${y.toFixed(1)}`);
      pen = 'L';
    }
  }
  return parts.join('');
}
