import type { Amount } from '../../kernel/amount';
import { account } from '../chart';
import { chapter, credit, debit, rule } from '../rule';
import { yuan } from './examples';

/** What in a month of a store a dispute is about. */
export interface Disputed {
  readonly disputeId: string;
  readonly storeId: string;
  readonly poolId: string;
  readonly month: string;
  readonly amount: Amount;
}

const example: Disputed = {
  disputeId: 'dispute 3',
  storeId: 'Store One',
  poolId: 'welfare pool',
  month: '2026-03',
  amount: yuan(28),
};

const owed = ({ poolId, storeId, month }: Disputed) =>
  account('operatorOwed', poolId, storeId, month);

/** What of it is in dispute: an account of its own, so that it can be neither paid nor voided. */
const disputed = ({ poolId, storeId, month }: Disputed) =>
  account('operatorOwed', poolId, storeId, month, 'disputed');

/** How what is owed to an operator is disputed before it is paid (A1). */
export const OPERATORS = chapter({
  operatorShareDisputed: rule<Disputed>({
    says: "The foundation disputes a line of an operator's statement: so much waits.",
    example,
    post: (facts) => [debit(owed(facts), facts.amount), credit(disputed(facts), facts.amount)],
  }),

  operatorShareReduced: rule<Disputed>({
    says: 'A disputed line is reduced: what was owed for it is available to the pool again.',
    example,
    post: (facts) => [
      debit(disputed(facts), facts.amount),
      credit(account('poolAvailable', facts.poolId), facts.amount),
    ],
  }),

  operatorShareKept: rule<Disputed>({
    says: 'A disputed line stands: so much is owed to the operator again.',
    example,
    post: (facts) => [debit(disputed(facts), facts.amount), credit(owed(facts), facts.amount)],
  }),
});
