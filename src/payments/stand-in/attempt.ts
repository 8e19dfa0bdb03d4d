import type Stripe from 'stripe';
import { newCharge } from './intent';
import type { Method, Terms } from './kinds';
import { settleCharge } from './transaction';
import { changeAndTell, type World } from './world';

export type Outcome = 'paid' | 'pending' | 'failed';

export interface Attempt {
  readonly method: Method;
  readonly email: string | null;
  readonly terms: Terms;
  /** The fee is not known yet: the balance transaction comes later. */
  readonly holdBalanceTransaction?: boolean;
}

/** Tries to pay an intent: makes its charge and brings both to where the outcome leaves them. */
export function attempt(
  world: World,
  intent: Stripe.PaymentIntent,
  outcome: Outcome,
  how: Attempt,
): Stripe.Charge {
  const charge = world.objects.add(newCharge(world, intent, how), { terms: how.terms });
  world.objects.change('payment_intent', intent.id, { latest_charge: charge.id });
  if (outcome === 'failed') return fail(world, charge.id);
  if (outcome === 'paid') return succeed(world, charge.id, how.holdBalanceTransaction);
  world.announce('charge.pending', charge);
  changeAndTell(world, 'payment_intent.processing', 'payment_intent', intent.id, {
    status: 'processing',
    payment_method: charge.payment_method,
  });
  return charge;
}

/** The charge went through: its money is on the way to the balance. */
export function succeed(world: World, chargeId: string, hold = false): Stripe.Charge {
  const { objects } = world;
  const paid = objects.change('charge', chargeId, {
    status: 'succeeded',
    paid: true,
    captured: true,
    amount_captured: objects.get('charge', chargeId).amount,
    outcome: outcomeOf('approved_by_network', null, 'Payment complete.', 'authorized'),
  });
  const { terms } = objects.aside(chargeId);
  const settled =
    hold || !terms
      ? paid
      : objects.change('charge', chargeId, {
          balance_transaction: settleCharge(world, paid, terms).id,
        });
  world.announce('charge.succeeded', settled);
  changeAndTell(world, 'payment_intent.succeeded', 'payment_intent', intentOf(settled), {
    status: 'succeeded',
    amount_received: settled.amount,
    last_payment_error: null,
    payment_method: settled.payment_method,
  });
  return settled;
}

/** The charge was declined; another one may be tried for the same intent. */
export function fail(world: World, chargeId: string): Stripe.Charge {
  const { objects } = world;
  const message = 'Your card was declined.';
  const code = 'card_declined';
  const failed = changeAndTell(world, 'charge.failed', 'charge', chargeId, {
    status: 'failed',
    failure_code: code,
    failure_message: message,
    outcome: outcomeOf(
      'declined_by_network',
      'generic_decline',
      'The bank did not return any further details with this decline.',
      'issuer_declined',
    ),
  });
  objects.change('payment_intent', intentOf(failed), { payment_method: null });
  changeAndTell(world, 'payment_intent.payment_failed', 'payment_intent', intentOf(failed), {
    status: 'requires_payment_method',
    last_payment_error: {
      type: 'card_error',
      charge: chargeId,
      code,
      decline_code: 'generic_decline',
      message,
    },
  });
  return failed;
}

/** Lets the balance transaction of a charge appear that was held back. */
export function release(world: World, chargeId: string): Stripe.Charge {
  const charge = world.objects.get('charge', chargeId);
  const { terms } = world.objects.aside(chargeId);
  if (charge.balance_transaction || !charge.paid || !terms)
    throw new Error(`No balance transaction is held back for ${chargeId}`);
  return changeAndTell(world, 'charge.updated', 'charge', chargeId, {
    balance_transaction: settleCharge(world, charge, terms).id,
  });
}

export function intentOf(charge: Stripe.Charge): string {
  return charge.payment_intent as string;
}

function outcomeOf(
  network: string,
  reason: string | null,
  says: string,
  type: string,
): Stripe.Charge.Outcome {
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: network,
    reason,
    risk_level: 'normal',
    risk_score: 20,
    seller_message: says,
    type,
  };
}
