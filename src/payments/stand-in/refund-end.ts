import type Stripe from 'stripe';
import { comeBack, withTransaction } from './refund-balance';
import { changeAndTell, type World } from './world';

type Refund = Stripe.Refund;

/** A pending refund has arrived. */
export function settleRefund(world: World, id: string): Refund {
  const { objects } = world;
  const refund = objects.get('refund', id);
  if (refund.status !== 'pending') throw new Error(`Refund ${id} is ${refund.status}`);
  if (!refund.balance_transaction)
    withTransaction(world, refund, objects.get('charge', refund.charge as string));
  return changeAndTell(world, 'refund.updated', 'refund', id, {
    status: 'succeeded',
    pending_reason: undefined,
  });
}

/** The payer's bank sent a refund back: the money is ours again. */
export function failRefund(world: World, id: string): Refund {
  const { objects } = world;
  const refund = objects.get('refund', id);
  if (refund.status !== 'pending' && refund.status !== 'succeeded')
    throw new Error(`Refund ${id} is ${refund.status}`);
  const charge = objects.get('charge', refund.charge as string);
  const failure = refund.balance_transaction ? comeBack(world, refund, charge) : undefined;
  objects.change('charge', charge.id, {
    amount_refunded: charge.amount_refunded - refund.amount,
    refunded: false,
  });
  const failed = changeAndTell(world, 'refund.updated', 'refund', id, {
    status: 'failed',
    failure_reason: 'expired_or_canceled_card',
    pending_reason: undefined,
    ...(failure && { failure_balance_transaction: failure.id }),
  });
  world.announce('refund.failed', failed);
  return failed;
}
