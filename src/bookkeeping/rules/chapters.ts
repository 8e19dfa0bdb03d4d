import type { Rule } from '../rule';
import { ALLOTMENTS } from './allotments';
import { CREDITS } from './credits';
import { GIFTS } from './gifts';
import { GOODS_GIFTS } from './goods-gifts';
import { GRANTS } from './grants';
import { MATCHING } from './matching';
import { OPERATORS } from './operators';
import { POOLS } from './pools';
import { PROCESSOR } from './processor';
import { STOCK } from './stock';
import { SUPERMARKETS } from './supermarkets';
import { TRANSFERS } from './transfers';

/** The textbook: every posting rule, by chapter. */
export const CHAPTERS: readonly {
  readonly title: string;
  readonly rules: Record<string, Rule<unknown>>;
}[] = [
  { title: 'Money reaches the pools', rules: POOLS },
  { title: 'Gifts on the web', rules: GIFTS },
  { title: 'Enterprises match gifts', rules: MATCHING },
  { title: 'Money at the processor of payments', rules: PROCESSOR },
  { title: 'Pools become grants', rules: GRANTS },
  { title: 'Public money of a community', rules: ALLOTMENTS },
  { title: 'Service and gifts of goods earn credits', rules: CREDITS },
  { title: 'Givers bring goods', rules: GOODS_GIFTS },
  { title: 'Credits become goods', rules: SUPERMARKETS },
  { title: 'The operator is paid for a month', rules: OPERATORS },
  { title: 'The books follow the shelf', rules: STOCK },
  { title: 'Goods go from store to store', rules: TRANSFERS },
];

const SAYS = new Map(
  CHAPTERS.flatMap(({ rules }) => Object.values(rules).map((rule) => [rule.name, rule.says])),
);

/** What entries are of that take others back. */
export const MIRROR = 'reversal';

/** The sentence of a rule, for whoever reads an entry. */
export function ruleSays(name: string): string {
  return SAYS.get(name) ?? 'An entry is taken back by its mirror image.';
}

/** Whether entries may be of a rule; a mirror is of one that is nobody's own. */
export function isRule(name: string): boolean {
  return name === MIRROR || SAYS.has(name);
}
