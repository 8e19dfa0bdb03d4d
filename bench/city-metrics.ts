import { faster, METRICS, slower, type Metric, type Whole } from './metrics';

/** What is done in the city and on an empty database: what is ours in rows 1–4 and 7. */
export const IN_CITY = [
  ['1', 'hot record 64'],
  ['2', 'spread record 64'],
  ['3.1', 'hot record 1'],
  ['3.2', 'till record 1'],
  ['4', 'till http 64'],
  ['7', 'exchanges http 64'],
] as const;

const ALL: Whole = {
  id: 8,
  name: 'all of 1–4 and 7 in the city ÷ the same on an empty database, the worst of them',
};

/** One part of row 8. */
export function inCity([row, arm]: (typeof IN_CITY)[number], index: number): Metric {
  const text = { id: Number(`8.${index + 1}`), floor: 0.8, goal: 0.95, name: `as in ${row}` };
  return { ...faster(`city ${arm}`, `empty ${arm}`, text), partOf: ALL };
}

const PAGES: Whole = { id: 9.1, name: 'deep page ÷ first page, the worse of both lists' };
const MARKS = { floor: 1.5, goal: 1.1 };
const LISTS: readonly Metric[] = [
  slower('page deep', 'page first', { id: 9.11, ...MARKS, name: 'the longest statement' }),
  slower('list deep', 'list first', { id: 9.12, ...MARKS, name: "the largest store's exchanges" }),
];

/** Rows 9 and 10 of the city: its own pools and stores are the long histories. */
export const ALSO_IN_CITY: readonly Metric[] = [
  ...LISTS.map((metric) => ({ ...metric, partOf: PAGES })),
  ...METRICS.filter(({ id }) => id > 9.1),
];
