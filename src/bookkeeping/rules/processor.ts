import { amount, type Amount } from '../../kernel/amount';
import type { AccountRef } from '../../ledger/account-ref';
import type { Leg } from '../../ledger/draft';
import { account } from '../chart';
import { chapter, credit, debit, rule } from '../rule';
import { dollars, yuan } from './examples';

interface Payout {
  readonly foundationId: string;
  readonly payoutId: string;
  readonly amount: Amount;
}

/** What the processor says of one movement: signed, so that a refund's are below zero. */
interface Settled {
  readonly transactionId: string;
  /** What moved in the currency it settles in; `gross = net + fee`. */
  readonly gross: Amount;
  readonly fee: Amount;
}

/** A debit where the amount is above zero, a credit where it is below, nothing where it is zero. */
function move(to: AccountRef, given: Amount): Leg[] {
  return given.minor === 0n ? [] : [debit(to, given)];
}
const minus = ({ asset, minor }: Amount) => amount(asset, -minor);
const net = ({ gross, fee }: Settled) => amount(gross.asset, gross.minor - fee.minor);

/** What happens to money at the processor of payments, and on its way to the bank. */
export const PROCESSOR = chapter({
  transactionSettled: rule<
    Settled & { foundationId: string; paymentId: string; presented: Amount }
  >({
    says:
      'The processor tells what a payment, a refund or a dispute came to: its fee is known, and what ' +
      'was pending stands on the balance. In another currency than was paid in, the exchange ' +
      'bridges the two.',
    example: {
      foundationId: 'Zhanqian Foundation',
      paymentId: 'payment of 100',
      transactionId: 'txn_1',
      presented: yuan(100),
      gross: dollars(14),
      fee: dollars(1),
    },
    post: ({ foundationId, paymentId, presented, ...settled }) => {
      const exchange = account('currencyExchange', foundationId);
      const pending = account('processorPending', foundationId, paymentId);
      const same = presented.asset.id === settled.gross.asset.id;
      return [
        ...move(account('processorBalance', foundationId), net(settled)),
        ...move(account('processingFees', foundationId), settled.fee),
        ...(same ? [] : [...move(exchange, minus(settled.gross)), ...move(exchange, presented)]),
        ...move(pending, minus(presented)),
      ];
    },
  }),

  unexplainedTransaction: rule<Settled & { booksId: string }>({
    says:
      'The processor tells of money that matches nothing of ours: it is held, with a task for ' +
      'a person, until somebody can say what it is.',
    example: { booksId: 'Anshan', transactionId: 'txn_2', gross: dollars(5), fee: dollars(1) },
    post: ({ booksId, ...settled }) => [
      ...move(account('processorBalance', booksId), net(settled)),
      ...move(account('processingFees', booksId), settled.fee),
      ...move(account('suspense', booksId), minus(settled.gross)),
    ],
  }),

  processorCharged: rule<Settled & { booksId: string }>({
    says: 'The processor takes a fee of its own, or gives one back, that belongs to no payment.',
    example: { booksId: 'Anshan', transactionId: 'txn_3', gross: dollars(-2), fee: dollars(0) },
    post: ({ booksId, ...settled }) => [
      ...move(account('processorBalance', booksId), net(settled)),
      ...move(account('processingFees', booksId), minus(net(settled))),
    ],
  }),

  suspenseExplained: rule<{ booksId: string; taskId: string; amount: Amount; because: string }>({
    says: 'Somebody explains money that was held: it was a cost, or a gain, of the processing.',
    example: {
      booksId: 'Anshan',
      taskId: 'task 7',
      amount: dollars(5),
      because: 'a test by the bank',
    },
    post: ({ booksId, amount: held }) => [
      debit(account('suspense', booksId), held),
      credit(account('processingFees', booksId), held),
    ],
  }),

  payoutSent: rule<Payout>({
    says: 'The processor sends what it holds for a foundation to the bank.',
    example: { foundationId: 'Zhanqian Foundation', payoutId: 'po_1', amount: dollars(13) },
    post: ({ foundationId, amount: sent }) => [
      debit(account('payoutInTransit', foundationId), sent),
      credit(account('processorBalance', foundationId), sent),
    ],
  }),

  payoutArrived: rule<Payout & { bankReference: string }>({
    says: "The bank's statement shows a payout.",
    example: {
      foundationId: 'Zhanqian Foundation',
      payoutId: 'po_1',
      amount: dollars(13),
      bankReference: 'statement of 3 May, line 4',
    },
    post: ({ foundationId, amount: arrived }) => [
      debit(account('bank', foundationId), arrived),
      credit(account('payoutInTransit', foundationId), arrived),
    ],
  }),
});
