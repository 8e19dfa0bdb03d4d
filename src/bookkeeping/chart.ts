import type { AccountRef } from '../ledger/account-ref';
import { line, type ChartLine } from './chart-line';
import { GOODS_CHART } from './goods-chart';

/**
 * The chart of accounts: every kind of account that any set of books may have. What must not run
 * out
 * is limited here, and nowhere else: the ledger decides, under its locks.
 */
export const CHART = {
  bank: line('debit', 'BANK_SHORT', 'Bank', 'Money at the bank, by the foundation that holds it.'),
  dueTo: line(
    'credit',
    'DUE_EXCEEDED',
    'Due to other books',
    'What a foundation here holds for a foundation of another set of books.',
  ),
  dueFrom: line(
    'debit',
    'DUE_EXCEEDED',
    'Due from other books',
    'What a foundation of another set of books holds for one here: the mirror of its due-to.',
  ),
  pledgeReceivable: line(
    'debit',
    'PLEDGE_EXCEEDED',
    'Pledge receivable',
    'Surplus that an enterprise promised for a declaration and has not yet remitted.',
  ),
  pledgeDeferred: line(
    'credit',
    'PLEDGE_EXCEEDED',
    'Pledge deferred',
    'The other side of a promise: income that is not yet ours.',
  ),
  allotmentDue: line(
    'debit',
    'ALLOTMENT_EXCEEDED',
    'Allotment due',
    'Public money that a community was allotted for a year and has not yet received.',
  ),
  allotmentDeferred: line(
    'credit',
    'ALLOTMENT_EXCEEDED',
    'Allotment deferred',
    'The other side of an allotment: income that is not yet ours.',
  ),
  poolAvailable: line(
    'credit',
    'POOL_SHORT',
    'Pool available',
    "A pool's money that nobody has been promised.",
  ),
  grantCommitted: line(
    'credit',
    'COMMITMENT_SHORT',
    'Grant committed',
    "The part of a pool's money that is promised to a grant and not yet paid.",
  ),
  poolSpent: line(
    'credit',
    'SPENT_SHORT',
    'Pool spent',
    'The part of what a pool received that is used.',
  ),
  grantExpense: line(
    'debit',
    'EXPENSE_SHORT',
    'Grant paid',
    'What a pool has paid for a grant, and its grantee has neither given back nor accounted for.',
  ),
  grantAccountedFor: line(
    'debit',
    'EXPENSE_SHORT',
    'Grant accounted for',
    'What of a paid grant its grantee has shown to be spent, confirmed by a second person.',
  ),
  goodsExpense: line(
    'debit',
    'EXPENSE_SHORT',
    'Welfare goods paid',
    'What a pool has paid for welfare goods, by store.',
  ),
  operatorOwed: line(
    'credit',
    'OPERATOR_SETTLED',
    'Owed to operator',
    "What a pool owes a store's operator for a month's operator-owned goods.",
  ),
  projectGifts: line(
    'credit',
    'PROJECT_GIFTS_SHORT',
    'Gifts for a project',
    "Gifts for one grant's project that have not paid for it yet, by pool and grant.",
  ),
  processorPending: line(
    'debit',
    null,
    'Pending at the processor',
    'What a payment made, as it was paid, until its transaction at the processor is known.',
  ),
  processorBalance: line(
    'debit',
    null,
    'Balance at the processor',
    'What the processor of payments holds for a foundation, after its fees.',
  ),
  processingFees: line('debit', null, 'Processing fees', 'What the processor took for its work.'),
  currencyExchange: line(
    'debit',
    null,
    'Currency exchange',
    'The bridge between the currency in which was paid and the one that the processor settles in.',
  ),
  payoutInTransit: line(
    'debit',
    null,
    'Payout in transit',
    'What left the processor and has not been seen on a bank statement.',
  ),
  disputeHold: line(
    'debit',
    null,
    'Held by a dispute',
    'What a giver asked back through the bank, until it is decided.',
  ),
  giftLoss: line(
    'debit',
    null,
    'Gifts lost',
    'What a giver took back after the pool had used it: the foundation bears it.',
  ),
  suspense: line(
    'credit',
    null,
    'Suspense',
    'Money that arrived and belongs to nobody yet; each has a task for a person.',
  ),
  matchRoomGranted: line('debit', null, 'Match promised', 'What enterprises still would match.'),
  matchRoom: line(
    'credit',
    'MATCH_ROOM_SHORT',
    'Match to come',
    "What of a campaign's gifts its enterprise would still match.",
  ),
  matchDue: line(
    'debit',
    'MATCH_SHORT',
    'Match due',
    'What an enterprise owes a campaign for the gifts it matches, and has not yet paid.',
  ),
  matchDeferred: line(
    'credit',
    'MATCH_SHORT',
    'Match deferred',
    'The other side of a match that is due: income that is not yet ours.',
  ),
  creditsIssued: line('debit', null, 'Credits issued', "A scheme's credits given out, by reason."),
  wallet: line('credit', 'INSUFFICIENT_CREDITS', 'Wallet', "A resident's welfare credits."),
  creditsRedeemed: line('credit', null, 'Credits redeemed', 'Credits that came back, by store.'),
  creditsExpired: line('credit', null, 'Credits expired', 'Credits that ended unspent, by scheme.'),
  earningRoomGranted: line('debit', null, 'Earning room granted', 'Room opened, by scheme.'),
  earningRoom: line(
    'credit',
    'MONTHLY_CAP_REACHED',
    'Earning room',
    'How many credits a resident may still earn in a month.',
  ),
  earningRoomUsed: line('credit', null, 'Earning room used', 'Room taken up, by scheme.'),
  transferRoomGranted: line('debit', null, 'Transfer room granted', 'Room opened, by scheme.'),
  transferRoom: line(
    'credit',
    'TRANSFER_LIMIT_REACHED',
    'Transfer room',
    'How many credits a resident may still hand on within the household in a month.',
  ),
  transferRoomUsed: line('credit', null, 'Transfer room used', 'Room taken up, by scheme.'),
  ...GOODS_CHART,
} as const satisfies Record<string, ChartLine>;

export type AccountKind = keyof typeof CHART;

/** Names an account: `account('grantCommitted', pool, grant)`. */
export function account(kind: AccountKind, holderId: string, ...about: string[]): AccountRef {
  const { normal, refusal } = CHART[kind];
  return {
    kind,
    holderId,
    about: about.join('/'),
    normalSide: normal === 'debit' ? 1 : -1,
    floored: refusal !== null,
  };
}

export function chartLine(kind: string): ChartLine {
  const found = (CHART as Record<string, ChartLine>)[kind];
  if (!found) throw new Error(`The chart has no account kind ${kind}`);
  return found;
}
