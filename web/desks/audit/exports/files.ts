/** A kind of file that a list leaves as. */
export type Format = 'xlsx' | 'csv' | 'hledger' | 'beancount';

/** What may be taken away: the name of its file, its forms, and whether a stretch may be named. */
export interface Leaving {
  readonly name: string;
  readonly formats: readonly Format[];
  readonly stretch: 'days' | 'months' | 'none';
}

const SHEET = ['xlsx', 'csv'] as const;
const byDays = (name: string): Leaving => ({ name, formats: SHEET, stretch: 'days' });
const byMonths = (name: string): Leaving => ({ name, formats: SHEET, stretch: 'months' });

/** The whole books first, then the lists of them, as `docs/import-and-export.md` has them. */
export const FILES: readonly Leaving[] = [
  { name: 'books', formats: ['hledger', 'beancount'], stretch: 'days' },
  ...['journal', 'donations', 'exchanges', 'lots', 'operator-statements'].map(byDays),
  ...['goods-by-month', 'shelf-by-month', 'credits-by-month'].map(byMonths),
  ...['households-by-month', 'participation-by-month'].map(byMonths),
];

/** The address of a file; a stretch that was left out is not named. */
export function addressOf(
  { name, stretch }: Leaving,
  format: Format,
  asked: { readonly slug: string; readonly from?: string; readonly until?: string },
): string {
  const { slug, from, until } = asked;
  const query = new URLSearchParams({ community: slug });
  if (stretch !== 'none' && from) query.set('from', from);
  if (stretch !== 'none' && until) query.set('until', until);
  return `/export/${name}.${format}?${query.toString()}`;
}
