import { total, type Amount } from '../../kernel/amount';
import type { Leg } from '../../ledger/draft';
import { account } from '../chart';
import { chapter, credit, debit, rule } from '../rule';
import { yuan } from './examples';

interface Pledge {
  readonly enterpriseId: string;
  readonly declarationId: string;
  readonly amount: Amount;
}

/** A pool's part of a remittance. */
export interface Share {
  readonly poolId: string;
  readonly amount: Amount;
}

/** A foundation with the set of books in which it acts: one side of a clearing. */
export interface Party {
  readonly booksId: string;
  readonly foundationId: string;
}

/** The shares of one foundation's pools in one set of books. */
export interface Part extends Party {
  readonly shares: readonly Share[];
}

const dueTo = (holderId: string, { booksId, foundationId }: Party) =>
  account('dueTo', holderId, booksId, foundationId);
const dueFrom = (holderId: string, { booksId, foundationId }: Party) =>
  account('dueFrom', holderId, booksId, foundationId);

const sum = ({ shares }: Part) => total(shares.map((share) => share.amount));
const toPools = ({ shares }: Part) =>
  shares.map((share) => credit(account('poolAvailable', share.poolId), share.amount));

/** Where a part goes that `at` has received: to pools of its own, or it is held for another. */
function handOn(at: Party, part: Part): Leg[] {
  const here = part.booksId === at.booksId;
  if (here && part.foundationId === at.foundationId) return toPools(part);
  const held = credit(dueTo(at.foundationId, part), sum(part));
  return here ? [held, debit(dueFrom(part.foundationId, at), sum(part)), ...toPools(part)] : [held];
}

const pledge = ({ enterpriseId, declarationId }: Omit<Pledge, 'amount'>) => ({
  receivable: account('pledgeReceivable', enterpriseId, declarationId),
  deferred: account('pledgeDeferred', enterpriseId, declarationId),
});

/** How money reaches the pools (C7, C8). */
export const POOLS = chapter({
  surplusPledged: rule<Pledge>({
    says: 'An enterprise declares its surplus: the share it commits is promised, not yet received.',
    example: { enterpriseId: 'Laundry', declarationId: '2026 Q1', amount: yuan(6000) },
    post: (facts) => [
      debit(pledge(facts).receivable, facts.amount),
      credit(pledge(facts).deferred, facts.amount),
    ],
  }),

  surplusPledgeLowered: rule<Pledge>({
    says: 'An amended declaration commits less; it cannot take back what has been remitted.',
    example: { enterpriseId: 'Laundry', declarationId: '2026 Q1', amount: yuan(500) },
    post: (facts) => [
      debit(pledge(facts).deferred, facts.amount),
      credit(pledge(facts).receivable, facts.amount),
    ],
  }),

  surplusRemitted: rule<{
    enterpriseId: string;
    declarationId: string;
    /** The plan by which it was split. */
    planId: string;
    /** Whose bank receives it, in these books. */
    at: Party;
    parts: Part[];
  }>({
    says:
      'An enterprise pays part of its promised surplus: the bank holds it, each pool owes its share ' +
      'to its purpose, what belongs to another foundation is owed to it, and the promise shrinks.',
    example: {
      enterpriseId: 'Laundry',
      declarationId: '2026 Q1',
      planId: 'plan of January',
      at: { booksId: 'Community One', foundationId: 'Zhanqian Foundation' },
      parts: [
        {
          booksId: 'Community One',
          foundationId: 'Zhanqian Foundation',
          shares: [
            { poolId: 'welfare pool', amount: yuan(2500) },
            { poolId: 'organisations pool', amount: yuan(1000) },
          ],
        },
        {
          booksId: 'Zhanqian Street',
          foundationId: 'Street Foundation',
          shares: [{ poolId: 'street development pool', amount: yuan(500) }],
        },
      ],
    },
    post: (facts) => {
      const whole = total(facts.parts.map(sum));
      return [
        debit(account('bank', facts.at.foundationId), whole),
        ...facts.parts.flatMap((part) => handOn(facts.at, part)),
        debit(pledge(facts).deferred, whole),
        credit(pledge(facts).receivable, whole),
      ];
    },
  }),

  surplusReceivedFromOtherBooks: rule<{
    enterpriseId: string;
    declarationId: string;
    /** Who received the money, in the other books. */
    from: Party;
    /** The parts of these books. */
    parts: Part[];
  }>({
    says: 'Pools of this set of books get their share of a remittance that another set received.',
    example: {
      enterpriseId: 'Laundry',
      declarationId: '2026 Q1',
      from: { booksId: 'Community One', foundationId: 'Zhanqian Foundation' },
      parts: [
        {
          booksId: 'Zhanqian Street',
          foundationId: 'Street Foundation',
          shares: [{ poolId: 'street development pool', amount: yuan(500) }],
        },
      ],
    },
    post: ({ from, parts }) =>
      parts.flatMap((part) => [
        debit(dueFrom(part.foundationId, from), sum(part)),
        ...toPools(part),
      ]),
  }),

  clearingPaid: rule<{ foundationId: string; to: Party; amount: Amount }>({
    says: 'What a foundation held for one of another set of books is transferred to it.',
    example: {
      foundationId: 'Zhanqian Foundation',
      to: { booksId: 'Zhanqian Street', foundationId: 'Street Foundation' },
      amount: yuan(500),
    },
    post: ({ foundationId, to, amount }) => [
      debit(dueTo(foundationId, to), amount),
      credit(account('bank', foundationId), amount),
    ],
  }),

  clearingReceived: rule<{ foundationId: string; from: Party; amount: Amount }>({
    says: 'What a foundation of another set of books held for one here arrives at its bank.',
    example: {
      foundationId: 'Street Foundation',
      from: { booksId: 'Community One', foundationId: 'Zhanqian Foundation' },
      amount: yuan(500),
    },
    post: ({ foundationId, from, amount }) => [
      debit(account('bank', foundationId), amount),
      credit(dueFrom(foundationId, from), amount),
    ],
  }),
});
