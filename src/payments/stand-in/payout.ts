import type Stripe from 'stripe';
import { moveBalance } from './transaction';
import { changeAndTell, type World } from './world';

type Payout = Stripe.Payout;

/** Sends everything that is available in a currency to the account's bank, and arrives at once. */
export function payOut(world: World, currency: string): Payout {
  const { objects } = world;
  const taken = objects
    .all('balance_transaction')
    .filter((each) => each.currency === currency && each.status === 'available')
    .filter(({ id }) => !objects.aside(id).payout);
  const amount = taken.reduce((sum, { net }) => sum + net, 0);
  if (amount <= 0) throw new Error(`There is nothing in ${currency} to pay out`);
  const payout = objects.add(newPayout(world, currency, amount));
  const left = moveBalance(world, {
    amount: -amount,
    currency,
    exchangeRate: null,
    fee: 0,
    type: 'payout',
    category: 'payout',
    source: payout.id,
    description: payout.description,
  });
  for (const { id } of [...taken, left]) objects.setAside(id, { payout: payout.id });
  const sent = objects.change('payout', payout.id, { balance_transaction: left.id });
  world.announce('payout.created', sent);
  changeAndTell(world, 'payout.paid', 'payout', payout.id, { status: 'paid' });
  return changeAndTell(world, 'payout.reconciliation_completed', 'payout', payout.id, {
    reconciliation_status: 'completed',
  });
}

/** The bank sent a payout back: its money is in the balance again. */
export function failPayout(world: World, id: string): Payout {
  const { amount, currency, status, description } = world.objects.get('payout', id);
  if (status !== 'paid') throw new Error(`Payout ${id} is ${status}`);
  const back = moveBalance(world, {
    amount,
    currency,
    exchangeRate: null,
    fee: 0,
    type: 'payout_failure',
    category: 'payout_reversal',
    source: id,
    description,
  });
  return changeAndTell(world, 'payout.failed', 'payout', id, {
    status: 'failed',
    failure_balance_transaction: back.id,
    failure_code: 'account_closed',
    failure_message: 'The bank account has been closed.',
  });
}

function newPayout(world: World, currency: string, amount: number): Payout {
  const now = world.now();
  return {
    id: world.newId('po'),
    object: 'payout',
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: now - (now % (24 * 3600)),
    automatic: true,
    balance_transaction: null,
    created: now,
    currency,
    description: 'STRIPE PAYOUT',
    destination: 'ba_local_bank',
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'in_progress',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: 'in_transit',
    trace_id: { status: 'pending', value: null },
    type: 'bank_account',
  };
}
