import type Stripe from 'stripe';
import { attempt } from './attempt';
import { newIntent } from './intent';
import { createRefund } from './refund';
import { usualTerms, type World } from './world';

/** A charge that nobody asked for through the API, as someone makes one in the dashboard. */
export function strangeCharge(world: World, amount: number, currency = 'cny'): Stripe.Charge {
  const intent = newIntent(world, {
    amount,
    currency,
    customer: null,
    methods: ['card'],
    data: { description: 'Entered by hand' },
  });
  const terms = usualTerms(world, currency);
  return attempt(world, intent, 'paid', { method: 'card', email: null, terms });
}

/** A refund that someone gave in the dashboard, of which nothing was known before. */
export function dashboardRefund(world: World, charge: string, amount?: number): Stripe.Refund {
  return createRefund(world, { charge, ...(amount !== undefined && { amount }) });
}
