import { total, type Amount } from '../../kernel/amount';
import type { AccountRef } from '../../ledger/account-ref';
import { account } from '../chart';
import { chapter, credit, debit, rule } from '../rule';
import { yuan } from './examples';
import { MATCH, matched, type Match } from './matching';

/** One payment of a gift at the processor. */
interface Paid {
  readonly foundationId: string;
  readonly donationId: string;
  readonly paymentId: string;
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

const PAID = {
  foundationId: 'Zhanqian Foundation',
  donationId: 'gift of 88',
  paymentId: 'payment of 88',
};

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

  giftKept: rule<Paid & { held: boolean; amount: Amount }>({
    says:
      'What went back comes back after its pool was closed: there is no purpose to bring it to, and ' +
      'the foundation keeps it until somebody decides.',
    example: { ...PAID, held: false, amount: yuan(20) },
    post: ({ held, amount, ...facts }) => [
      debit(held ? hold(facts) : pending(facts), amount),
      credit(account('giftLoss', facts.foundationId), amount),
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
});
