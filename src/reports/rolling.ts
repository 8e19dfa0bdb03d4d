import type { DataSource } from 'typeorm';
import { rolling as rollingOfBooks } from '../books/rolling';
import type { Kept, Rolling } from '../ledger/rollup';
import { GIVEN_DAYS, SUMS } from './roll-up-goods';
import { MONEY } from './roll-up-money';
import {
  HOUSEHOLD_COUNTS,
  HOUSEHOLDS,
  POPULATION,
  RESIDENT_COUNTS,
  RESIDENTS,
} from './roll-up-people';

/** What reports keep of a block's entries, in this order. */
export const REPORTS_KEEP: readonly Kept[] = [
  ...[SUMS, GIVEN_DAYS],
  ...[HOUSEHOLDS, HOUSEHOLD_COUNTS],
  ...[RESIDENTS, RESIDENT_COUNTS, POPULATION],
  MONEY,
];

/** How sealed entries are rolled up: by month as the books are, to be searched, and for reports. */
export function rolling(source: DataSource): Rolling {
  const ofBooks = rollingOfBooks(source);
  return { ...ofBooks, keeps: [...(ofBooks.keeps ?? []), ...REPORTS_KEEP] };
}
