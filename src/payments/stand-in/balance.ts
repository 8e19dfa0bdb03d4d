import type Stripe from 'stripe';
import type { World } from './world';

/** The balance is nothing but the sum of its transactions. */
export function balanceOf({ objects }: World): Stripe.Balance {
  const all = objects.all('balance_transaction');
  const currencies = [...new Set(all.map(({ currency }) => currency))].sort();
  const sums = (status: string) =>
    currencies.map((currency) => {
      const amount = all
        .filter((each) => each.currency === currency && each.status === status)
        .reduce((sum, { net }) => sum + net, 0);
      return { amount, currency, source_types: { card: amount } };
    });
  return {
    object: 'balance',
    available: sums('available'),
    livemode: false,
    pending: sums('pending'),
  };
}

/** Days pass at the desk of a demonstration: what of a currency still waits has its time now. */
export function freeNow(world: World, asked: string): void {
  for (const { id, status, currency } of world.objects.all('balance_transaction'))
    if (status === 'pending' && currency === asked)
      world.objects.change('balance_transaction', id, {
        ...{ status: 'available', available_on: world.now() },
      });
}

/** Money whose time has come is available. */
export function freeDue(world: World): void {
  for (const { id, status, available_on } of world.objects.all('balance_transaction'))
    if (status === 'pending' && available_on <= world.now())
      world.objects.change('balance_transaction', id, { status: 'available' });
}
