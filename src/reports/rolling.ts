import type { DataSource } from 'typeorm';
import { rolling as rollingOfBooks } from '../books/rolling';
import type { Kept, Rolling } from '../ledger/rollup';
import { GIVEN_DAYS, SUMS } from './roll-up-goods';
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
];

/** How sealed entries are rolled up: by month as the books are, and for reports. */
export function rolling(source: DataSource): Rolling {
  return { ...rollingOfBooks(source), keeps: REPORTS_KEEP };
}
