import type { Amount } from '../../kernel/amount';
import { account } from '../chart';
import { chapter, credit, debit, rule } from '../rule';
import { yuan } from './examples';

interface GrantMoney {
  readonly poolId: string;
  readonly grantId: string;
  readonly amount: Amount;
}

/** A payment to or from the grantee, through the foundation's bank. */
interface GrantPayment extends GrantMoney {
  readonly foundationId: string;
  readonly trancheId: string;
}

const committed = (facts: GrantMoney) => account('grantCommitted', facts.poolId, facts.grantId);
const paid = (facts: GrantMoney) => account('grantExpense', facts.poolId, facts.grantId);

/** How a pool's money becomes a grant and is paid (A5, C8). */
export const GRANTS = chapter({
  grantAwarded: rule<GrantMoney>({
    says:
      'A board or a council awards a grant: the money is moved from what is available to what is ' +
      'promised.',
    example: { poolId: 'organisations pool', grantId: 'Repair Team 2026', amount: yuan(800) },
    post: (facts) => [
      debit(account('poolAvailable', facts.poolId), facts.amount),
      credit(committed(facts), facts.amount),
    ],
  }),

  trancheDisbursed: rule<GrantPayment>({
    says:
      'A tranche is paid: the grant has cost what left the bank, and the promise is kept by as much ' +
      'as the pool has used.',
    example: {
      poolId: 'organisations pool',
      grantId: 'Repair Team 2026',
      trancheId: 'first tranche',
      foundationId: 'Zhanqian Foundation',
      amount: yuan(500),
    },
    post: (facts) => [
      debit(paid(facts), facts.amount),
      credit(account('bank', facts.foundationId), facts.amount),
      debit(committed(facts), facts.amount),
      credit(account('poolSpent', facts.poolId), facts.amount),
    ],
  }),

  unspentReturned: rule<Omit<GrantPayment, 'trancheId'>>({
    says: 'A grantee gives back what it did not spend: the pool may promise it again.',
    example: {
      poolId: 'organisations pool',
      grantId: 'Repair Team 2026',
      foundationId: 'Zhanqian Foundation',
      amount: yuan(60),
    },
    post: (facts) => [
      debit(account('bank', facts.foundationId), facts.amount),
      credit(paid(facts), facts.amount),
      debit(account('poolSpent', facts.poolId), facts.amount),
      credit(account('poolAvailable', facts.poolId), facts.amount),
    ],
  }),

  spendingConfirmed: rule<GrantMoney & { readonly spendingId: string }>({
    says:
      'A grantee shows what it spent of a grant, and a second person of it confirms that: what was ' +
      'paid for the grant is accounted for by as much, and never by more.',
    example: {
      poolId: 'organisations pool',
      grantId: 'Repair Team 2026',
      spendingId: 'timber for benches',
      amount: yuan(240),
    },
    post: (facts) => [
      debit(account('grantAccountedFor', facts.poolId, facts.grantId), facts.amount),
      credit(paid(facts), facts.amount),
    ],
  }),

  grantCancelled: rule<GrantMoney>({
    says: 'A grant is cancelled: what was promised and not paid is available again.',
    example: { poolId: 'organisations pool', grantId: 'Repair Team 2026', amount: yuan(300) },
    post: (facts) => [
      debit(committed(facts), facts.amount),
      credit(account('poolAvailable', facts.poolId), facts.amount),
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
});
