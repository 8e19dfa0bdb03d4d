import type Stripe from 'stripe';
import { exchange } from './money';
import { isCard, moveBalance, termsOf } from './transaction';
import type { World } from './world';

type Refund = Stripe.Refund;
type Charge = Stripe.Charge;

/**
 * Takes the refund out of the balance. Several refunds of one charge together take exactly what the
 * whole would: each is what was taken after it less what was taken before it.
 */
export function withTransaction(world: World, refund: Refund, charge: Charge): Refund {
  const { currency, exchangeRate } = termsOf(world, charge);
  const rate = exchangeRate === null ? null : (world.ways.refunds.exchangeRate ?? exchangeRate);
  const before = takenBefore(world, refund);
  const amount = exchange(before, rate) - exchange(before + refund.amount, rate);
  const transaction = moveBalance(world, {
    amount,
    currency,
    exchangeRate: rate,
    fee: 0,
    type: isCard(charge) ? 'refund' : 'payment_refund',
    category: 'refund',
    source: refund.id,
    description: charge.description ? `REFUND FOR CHARGE (${charge.description})` : 'REFUND',
  });
  return world.objects.change('refund', refund.id, { balance_transaction: transaction.id });
}

function takenBefore({ objects }: World, { id, charge }: Refund): number {
  return objects
    .all('refund')
    .filter((each) => each.charge === charge && each.id !== id && each.status !== 'failed')
    .reduce((sum, { amount, balance_transaction: taken }) => sum + (taken ? amount : 0), 0);
}

/** Puts into the balance again what the refund took. */
export function comeBack(world: World, refund: Refund, charge: Charge): Stripe.BalanceTransaction {
  const taken = world.objects.get('balance_transaction', refund.balance_transaction as string);
  return moveBalance(world, {
    amount: -taken.amount,
    currency: taken.currency,
    exchangeRate: taken.exchange_rate === null ? null : String(taken.exchange_rate),
    fee: 0,
    type: isCard(charge) ? 'refund_failure' : 'payment_failure_refund',
    category: 'refund_failure',
    source: refund.id,
    description: `REFUND FAILURE (${charge.payment_intent as string})`,
  });
}
