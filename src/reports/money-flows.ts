import type { AccountKind } from '../bookkeeping/chart';

/** What the money of pools is in the open book: where it came from, or what it was used for. */
export const MONEY_ITEMS = [
  ...(['surplus', 'gifts', 'matches', 'public_money'] as const),
  ...(['grants', 'welfare_goods', 'operator_goods', 'returned'] as const),
  'shown',
] as const;
export type MoneyItem = (typeof MONEY_ITEMS)[number];

/** A rule moves one kind of account of a pool: that is what the open book calls `item`. */
interface MoneyFlow {
  readonly rule: string;
  readonly kind: AccountKind;
  readonly item: MoneyItem;
  /** The fact that names who or what is at the other end; empty: nobody whom the public knows. */
  readonly about: '' | 'enterpriseId' | 'grantId' | 'storeId';
  /** 1: what the account grows by is of the item; -1: what it shrinks by. */
  readonly times: 1 | -1;
}

const flow = (
  rule: string,
  kind: AccountKind,
  item: MoneyItem,
  about: MoneyFlow['about'] = '',
  times: 1 | -1 = 1,
): MoneyFlow => ({ rule, kind, item, about, times });

/** A gift is owed to its pool, or to the project of one of the pool's grants. */
const gift = (rule: string) => [
  flow(rule, 'poolAvailable', 'gifts'),
  flow(rule, 'projectGifts', 'gifts'),
];

/**
 * Which rules bring money to pools from outside, use it, or show what became of it. What goes back
 * to a giver makes gifts less; what a grantee gives back makes grants less. A rule that changes
 * what a pool has received or spent and is not named here is found by a test.
 */
export const MONEY_FLOWS: readonly MoneyFlow[] = [
  flow('surplusRemitted', 'poolAvailable', 'surplus', 'enterpriseId'),
  flow('surplusReceivedFromOtherBooks', 'poolAvailable', 'surplus', 'enterpriseId'),
  ...['giftReceived', 'heldGiftAccepted', 'giftRefunded', 'disputeLost'].flatMap(gift),
  flow('matchReceived', 'poolAvailable', 'matches', 'enterpriseId'),
  flow('publicFundReceived', 'poolAvailable', 'public_money'),
  flow('trancheDisbursed', 'poolSpent', 'grants', 'grantId'),
  flow('projectGiftsUsed', 'poolSpent', 'grants', 'grantId'),
  flow('unspentReturned', 'poolSpent', 'grants', 'grantId'),
  flow('goodsPurchased', 'poolSpent', 'welfare_goods', 'storeId'),
  flow('operatorSettled', 'poolSpent', 'operator_goods', 'storeId'),
  flow('publicFundReturned', 'poolAvailable', 'returned', '', -1),
  flow('spendingConfirmed', 'grantAccountedFor', 'shown', 'grantId'),
];

/** In place of an id where nobody is named. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';
