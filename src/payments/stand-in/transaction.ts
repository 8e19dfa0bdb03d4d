import type Stripe from 'stripe';
import type { Terms } from './kinds';
import { exchange, feeOf, rulesOf } from './money';
import type { World } from './world';

type Transaction = Stripe.BalanceTransaction;

interface Movement {
  readonly amount: number;
  readonly currency: string;
  readonly exchangeRate: string | null;
  readonly fee: number;
  readonly feeSays?: string;
  readonly type: Transaction['type'];
  readonly category: string;
  readonly source: string;
  readonly description: string | null;
  /** Money that comes in has to wait; what leaves is gone at once. */
  readonly waits?: boolean;
}

/** Enters a movement of the account's balance. */
export function moveBalance(world: World, movement: Movement): Transaction {
  const { amount, currency, fee } = movement;
  const now = world.now();
  const waits = movement.waits ? world.ways.availableAfterSeconds : 0;
  return world.objects.add({
    id: world.newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: now + waits,
    balance_type: 'payments',
    created: now,
    currency,
    description: movement.description,
    exchange_rate: movement.exchangeRate === null ? null : Number(movement.exchangeRate),
    fee,
    fee_details: fee === 0 ? [] : [feeDetail(movement)],
    net: amount - fee,
    reporting_category: movement.category,
    source: movement.source,
    status: waits > 0 ? 'pending' : 'available',
    type: movement.type,
  });
}

function feeDetail({ fee, currency, feeSays }: Movement): Stripe.BalanceTransaction.FeeDetail {
  return {
    amount: fee,
    application: null,
    currency,
    description: feeSays ?? 'Stripe processing fees',
    type: 'stripe_fee',
  };
}

/** Cards are charges to Stripe, wallets are payments; reports call both by one name. */
export const isCard = (charge: Stripe.Charge): boolean =>
  charge.payment_method_details?.type === 'card';

/** A payment as it reaches the balance, less its fee. */
export function settleCharge(world: World, charge: Stripe.Charge, terms: Terms): Transaction {
  const amount = exchange(charge.amount, terms.exchangeRate);
  return moveBalance(world, {
    ...terms,
    amount,
    fee: feeOf(amount, terms.currency),
    type: isCard(charge) ? 'charge' : 'payment',
    category: 'charge',
    source: charge.id,
    description: charge.description,
    waits: true,
  });
}

/** The terms of a charge, which all that follows from it keeps to. */
export function termsOf({ objects }: World, charge: Stripe.Charge): Terms {
  return objects.aside(charge.id).terms ?? { currency: charge.currency, exchangeRate: null };
}

/** What a dispute takes or gives back, with its fee. */
export function moveDispute(
  world: World,
  dispute: Stripe.Dispute,
  charge: Stripe.Charge,
  way: 'withdrawn' | 'reinstated',
): Transaction {
  const terms = termsOf(world, charge);
  const sign = way === 'withdrawn' ? -1 : 1;
  return moveBalance(world, {
    ...terms,
    amount: sign * exchange(dispute.amount, terms.exchangeRate),
    fee: -sign * rulesOf(terms.currency).disputeFee,
    feeSays: 'Dispute fee',
    type: 'adjustment',
    category: way === 'withdrawn' ? 'dispute' : 'dispute_reversal',
    source: dispute.id,
    description: `Chargeback ${way} for ${charge.id}`,
  });
}
