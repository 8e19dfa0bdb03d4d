import type Stripe from 'stripe';
import { written } from './money';
import { mergeMetadata, type MetadataGiven } from './metadata';
import { badRequest, noSuch } from './refuse';
import { withTransaction } from './refund-balance';
import { isCard } from './transaction';
import { changeAndTell, type World } from './world';

type Refund = Stripe.Refund;
type Charge = Stripe.Charge;

export interface RefundGiven {
  readonly charge?: string;
  readonly payment_intent?: string;
  readonly amount?: number;
  readonly reason?: string;
  readonly metadata?: MetadataGiven;
}

export function createRefund(world: World, given: RefundGiven): Refund {
  const charge = chargeOf(world, given);
  const left = charge.amount - charge.amount_refunded;
  if (left === 0)
    throw badRequest(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    });
  if (charge.disputed && isLostToDispute(world, charge.id))
    throw badRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  const amount = given.amount ?? left;
  if (amount > left)
    throw badRequest(
      `Refund amount (${written(amount, charge.currency)}) is greater than unrefunded amount on ` +
        `charge (${written(left, charge.currency)})`,
      { param: 'amount' },
    );
  return giveBack(world, charge, amount, given);
}

function chargeOf({ objects }: World, { charge: id, payment_intent }: RefundGiven): Charge {
  if (!id && !payment_intent)
    throw badRequest(
      'One of the following params should be provided for this request: payment_intent or charge.',
      { code: 'parameter_missing' },
    );
  if (id && payment_intent)
    throw badRequest('You may only specify one of these parameters: charge, payment_intent.', {
      code: 'parameters_exclusive',
    });
  const intent = objects.find('payment_intent', payment_intent ?? '');
  if (payment_intent && !intent) throw noSuch('payment_intent', payment_intent, 'payment_intent');
  const charge = objects.find('charge', id ?? (intent?.latest_charge as string | null) ?? '');
  if (charge?.paid) return charge;
  if (intent)
    throw badRequest(
      `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
      {
        code: 'payment_intent_unexpected_state',
        param: 'payment_intent',
      },
    );
  if (!charge) throw noSuch('charge', id ?? '', 'charge');
  throw badRequest(`Charge ${charge.id} did not succeed and cannot be refunded.`, {
    code: 'charge_not_refundable',
    param: 'charge',
  });
}

/** The money of an inquiry is still there; that of a dispute is not, unless it was won. */
function isLostToDispute({ objects }: World, charge: string): boolean {
  return objects
    .all('dispute')
    .some((each) => each.charge === charge && !/^(warning_.*|won)$/.test(each.status));
}

function giveBack(world: World, charge: Charge, amount: number, given: RefundGiven): Refund {
  const { objects, ways } = world;
  const { pendingFirst, holdBalanceTransaction } = ways.refunds;
  const refund = objects.add<Refund>({
    id: world.newId(isCard(charge) ? 're' : 'pyr'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: world.now(),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: destinationOf(charge),
    metadata: mergeMetadata({}, given.metadata ?? {}),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(pendingFirst && { pending_reason: 'processing' }),
    reason: given.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: pendingFirst ? 'pending' : 'succeeded',
    transfer_reversal: null,
  });
  const made =
    pendingFirst && holdBalanceTransaction ? refund : withTransaction(world, refund, charge);
  world.announce('refund.created', made);
  const refunded = charge.amount_refunded + amount;
  changeAndTell(world, 'charge.refunded', 'charge', charge.id, {
    amount_refunded: refunded,
    refunded: refunded === charge.amount,
  });
  return made;
}

function destinationOf(charge: Charge): Stripe.Refund.DestinationDetails {
  const type = charge.payment_method_details?.type ?? 'card';
  if (type !== 'card') return { type, [type]: {} };
  return {
    type,
    card: {
      reference_status: 'pending',
      reference_type: 'acquirer_reference_number',
      type: 'refund',
    },
  };
}
