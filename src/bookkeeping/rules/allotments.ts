import type { Amount } from '../../kernel/amount';
import { account } from '../chart';
import { chapter, credit, debit, rule } from '../rule';
import { yuan } from './examples';

interface Allotment {
  readonly poolId: string;
  readonly amount: Amount;
}

/** Money that reached or left the account of the office of a public fund. */
interface AtBank extends Allotment {
  readonly officeId: string;
}

const due = (facts: Allotment) => debit(account('allotmentDue', facts.poolId), facts.amount);
const deferred = (facts: Allotment) =>
  credit(account('allotmentDeferred', facts.poolId), facts.amount);

/** How a community's public money comes, and what becomes of it when its year is over (C2). */
export const ALLOTMENTS = chapter({
  publicFundAllotted: rule<Allotment>({
    says:
      'A community is allotted its public money for a year: the treasury owes it, and nobody can ' +
      'be promised what has not come.',
    example: { poolId: 'public fund 2026', amount: yuan(48000) },
    post: (facts) => [due(facts), deferred(facts)],
  }),

  publicFundReceived: rule<AtBank>({
    says: 'A part of the allotment reaches the account of the fund: it may be promised.',
    example: { poolId: 'public fund 2026', officeId: 'Fund office', amount: yuan(24000) },
    post: (facts) => [
      debit(account('bank', facts.officeId), facts.amount),
      credit(account('poolAvailable', facts.poolId), facts.amount),
      debit(account('allotmentDeferred', facts.poolId), facts.amount),
      credit(account('allotmentDue', facts.poolId), facts.amount),
    ],
  }),

  publicFundCarried: rule<Allotment & { readonly toPoolId: string }>({
    says: 'The year is over: what nobody was promised is carried into the fund of the next.',
    example: { poolId: 'public fund 2026', toPoolId: 'public fund 2027', amount: yuan(900) },
    post: ({ poolId, toPoolId, amount }) => [
      debit(account('poolAvailable', poolId), amount),
      credit(account('poolAvailable', toPoolId), amount),
    ],
  }),

  publicFundReturned: rule<AtBank>({
    says: 'The year is over: what nobody was promised is paid back to the treasury.',
    example: { poolId: 'public fund 2026', officeId: 'Fund office', amount: yuan(900) },
    post: ({ poolId, officeId, amount }) => [
      debit(account('poolAvailable', poolId), amount),
      credit(account('bank', officeId), amount),
    ],
  }),
});
