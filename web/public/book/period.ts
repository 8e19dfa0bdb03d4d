import type { Visit } from '../page';

/** Months of a book: the first, and the one after the last. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

const monthsOf = (month: string): number => {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return year * 12 + of - 1;
};

/** The month so many months after another. */
export function later(month: string, months: number): string {
  const at = monthsOf(month) + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** As far as the API looks back. */
const MOST_MONTHS = 36;

/** The months that an address names; what names none that can be shown leads to the usual ones. */
export function readPeriod({ query: { from, until } }: Pick<Visit, 'query'>): Partial<Period> {
  if (!from || !until || !MONTH.test(from) || !MONTH.test(until)) return {};
  const months = monthsOf(until) - monthsOf(from);
  return months > 0 && months <= MOST_MONTHS ? { from, until } : {};
}

/** A choice of months that the page offers. */
export interface Choice extends Period {
  readonly key: 'year' | 'long' | 'calendar';
  readonly name: string;
}

/** The year and the three years that end with this month, and the last three calendar years. */
export function choicesOf(today: Date): Choice[] {
  const month = today.toISOString().slice(0, 7);
  const until = later(month, 1);
  const year = today.getUTCFullYear();
  return [
    { key: 'year', name: '', from: later(until, -12), until },
    { key: 'long', name: '', from: later(until, -36), until },
    ...[year, year - 1, year - 2].map((each): Choice => ({
      ...{ key: 'calendar', name: String(each) },
      ...{ from: `${each}-01`, until: `${each + 1}-01` },
    })),
  ];
}
