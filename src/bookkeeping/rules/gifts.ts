import { total, type Amount } from '../../kernel/amount';
import type { AccountRef } from '../../ledger/account-ref';
import type { Leg } from '../../ledger/draft';
import { account } from '../chart';
import { chapter, credit, debit, rule } from '../rule';
import { yuan } from './examples';

/** One payment of a gift at the processor. */
interface Paid {
  readonly foundationId: string;
  readonly donationId: string;
  readonly paymentId: string;
}

/** What an enterprise adds to a gift of its campaign. */
export interface Match {
  readonly campaignId: string;
  readonly enterpriseId: string;
  readonly amount: Amount;
}

/** From where a giver's money comes back: what the gift was for, or who bears the loss. */
export interface TakenBack {
  readonly from:
    | { readonly poolId: string }
    | { readonly poolId: string; readonly projectId: string }
    | { readonly lossOf: string }
    | { readonly suspenseOf: string };
  readonly amount: Amount;
}

type Fund = { readonly poolId: string; readonly projectId?: string | null };

const pending = ({ foundationId, paymentId }: Omit<Paid, 'donationId'>) =>
  account('processorPending', foundationId, paymentId);
const hold = ({ foundationId, paymentId }: Paid) => account('disputeHold', foundationId, paymentId);

/** The account that holds what is given to a pool, or to the project of one of its grants. */
export const fundOf = ({ poolId, projectId }: Fund): AccountRef =>
  projectId ? account('projectGifts', poolId, projectId) : account('poolAvailable', poolId);

function accountOf({ from }: TakenBack): AccountRef {
  if ('lossOf' in from) return account('giftLoss', from.lossOf);
  if ('suspenseOf' in from) return account('suspense', from.suspenseOf);
  return fundOf(from);
}

const back = (parts: readonly TakenBack[]) =>
  parts.map((part) => debit(accountOf(part), part.amount));
const whole = (parts: readonly TakenBack[]) => total(parts.map(({ amount }) => amount));

/** A match becomes due (or, with the sides turned, is no longer). */
function matched({ campaignId, enterpriseId, amount }: Match, turned = false): Leg[] {
  const [dr, cr] = turned ? [credit, debit] : [debit, credit];
  return [
    dr(account('matchRoom', campaignId), amount),
    cr(account('matchRoomGranted', campaignId), amount),
    dr(account('matchDue', enterpriseId, campaignId), amount),
    cr(account('matchDeferred', enterpriseId, campaignId), amount),
  ];
}

const PAID = {
  foundationId: 'Zhanqian Foundation',
  donationId: 'gift of 88',
  paymentId: 'payment of 88',
};
const MATCH = { campaignId: 'Winter coats', enterpriseId: 'Laundry' };

/** How gifts on the web reach what they are for, and how they go back (C8, B9). */
export const GIFTS = chapter({
  giftReceived: rule<Paid & Fund & { amount: Amount; match?: Match | null }>({
    says:
      'A gift is paid: it is owed to its purpose at once and in full; the money is on its way ' +
      'through the processor. Where an enterprise matches the campaign, its part falls due with it.',
    example: {
      ...PAID,
      poolId: 'welfare pool',
      amount: yuan(88),
      match: { ...MATCH, amount: yuan(88) },
    },
    post: ({ amount, match, ...facts }) => [
      debit(pending(facts), amount),
      credit(fundOf(facts), amount),
      ...(match ? matched(match) : []),
    ],
  }),

  giftHeld: rule<Paid & { booksId: string; amount: Amount; because: string }>({
    says:
      'A payment arrives that is not what was asked for (another amount, a second time): it is held ' +
      'for a person to decide, and belongs to nobody meanwhile.',
    example: {
      ...PAID,
      booksId: 'Community One',
      amount: yuan(80),
      because: 'another amount',
    },
    post: ({ booksId, amount, ...facts }) => [
      debit(pending(facts), amount),
      credit(account('suspense', booksId), amount),
    ],
  }),

  heldGiftAccepted: rule<Paid & Fund & { booksId: string; amount: Amount }>({
    says: 'Somebody decides that a payment which was held is a gift after all.',
    example: { ...PAID, booksId: 'Community One', poolId: 'welfare pool', amount: yuan(80) },
    post: ({ booksId, amount, ...facts }) => [
      debit(account('suspense', booksId), amount),
      credit(fundOf(facts), amount),
    ],
  }),

  giftRefunded: rule<Paid & { refundId: string; parts: TakenBack[]; match?: Match | null }>({
    says:
      'A gift is given back, in whole or in part: from what it was for, as far as that has any left; ' +
      'where the processor has given it back already, the foundation bears the rest. What an ' +
      'enterprise owed for it is owed no more.',
    example: {
      ...PAID,
      refundId: 'refund of 20',
      parts: [{ from: { poolId: 'welfare pool' }, amount: yuan(20) }],
      match: { ...MATCH, amount: yuan(20) },
    },
    post: ({ parts, match, ...facts }) => [
      ...back(parts),
      credit(pending(facts), whole(parts)),
      ...(match ? matched(match, true) : []),
    ],
  }),

  disputeOpened: rule<Paid & { disputeId: string; amount: Amount }>({
    says: "A giver's bank takes a gift back until it is decided whose it is.",
    example: { ...PAID, disputeId: 'dispute of 88', amount: yuan(88) },
    post: ({ amount, ...facts }) => [debit(hold(facts), amount), credit(pending(facts), amount)],
  }),

  disputeLost: rule<Paid & { disputeId: string; parts: TakenBack[]; match?: Match | null }>({
    says:
      'A dispute is lost: the gift is taken from what it was for; what of it is spent or promised, ' +
      'the foundation bears.',
    example: {
      ...PAID,
      disputeId: 'dispute of 88',
      parts: [
        { from: { poolId: 'welfare pool' }, amount: yuan(50) },
        { from: { lossOf: 'Zhanqian Foundation' }, amount: yuan(38) },
      ],
    },
    post: ({ parts, match, ...facts }) => [
      ...back(parts),
      credit(hold(facts), whole(parts)),
      ...(match ? matched(match, true) : []),
    ],
  }),

  projectGiftsUsed: rule<{
    poolId: string;
    grantId: string;
    trancheId: string;
    foundationId: string;
    amount: Amount;
  }>({
    says:
      'A tranche is paid from gifts for its project: as much of what the pool itself had promised ' +
      'is available again.',
    example: {
      poolId: 'organisations pool',
      grantId: 'Repair Team 2026',
      trancheId: 'first tranche',
      foundationId: 'Zhanqian Foundation',
      amount: yuan(100),
    },
    post: ({ poolId, grantId, foundationId, amount }) => [
      debit(account('grantExpense', poolId, grantId), amount),
      credit(account('bank', foundationId), amount),
      debit(account('projectGifts', poolId, grantId), amount),
      credit(account('poolSpent', poolId), amount),
      debit(account('grantCommitted', poolId, grantId), amount),
      credit(account('poolAvailable', poolId), amount),
    ],
  }),

  projectGiftsFreed: rule<{ poolId: string; grantId: string; amount: Amount }>({
    says: 'A grant has ended: gifts for its project that it did not need serve its pool.',
    example: { poolId: 'organisations pool', grantId: 'Repair Team 2026', amount: yuan(12) },
    post: ({ poolId, grantId, amount }) => [
      debit(account('projectGifts', poolId, grantId), amount),
      credit(account('poolAvailable', poolId), amount),
    ],
  }),

  matchPromised: rule<Match>({
    says: 'An enterprise promises to match the gifts of a campaign up to an amount.',
    example: { ...MATCH, amount: yuan(5000) },
    post: ({ campaignId, amount }) => [
      debit(account('matchRoomGranted', campaignId), amount),
      credit(account('matchRoom', campaignId), amount),
    ],
  }),

  matchEnded: rule<Match>({
    says: 'A campaign ends: what its enterprise would still have matched is promised no more.',
    example: { ...MATCH, amount: yuan(4912) },
    post: ({ campaignId, amount }) => [
      debit(account('matchRoom', campaignId), amount),
      credit(account('matchRoomGranted', campaignId), amount),
    ],
  }),

  matchReceived: rule<Match & { foundationId: string; poolId: string }>({
    says: 'An enterprise pays what it owes for the gifts it matched: now it is the pool’s.',
    example: {
      ...MATCH,
      foundationId: 'Zhanqian Foundation',
      poolId: 'welfare pool',
      amount: yuan(88),
    },
    post: ({ campaignId, enterpriseId, foundationId, poolId, amount }) => [
      debit(account('bank', foundationId), amount),
      credit(account('poolAvailable', poolId), amount),
      debit(account('matchDeferred', enterpriseId, campaignId), amount),
      credit(account('matchDue', enterpriseId, campaignId), amount),
    ],
  }),
});
