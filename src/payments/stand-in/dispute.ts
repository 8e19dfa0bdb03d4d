import type Stripe from 'stripe';
import { moveDispute } from './transaction';
import { changeAndTell, type World } from './world';

type Dispute = Stripe.Dispute;

const TEN_DAYS = 10 * 24 * 3600;

/** A payer complains to the bank. An inquiry asks first; a dispute takes the money at once. */
export function openDispute(
  world: World,
  chargeId: string,
  { amount, inquiry = false }: { amount?: number; inquiry?: boolean } = {},
): Dispute {
  const { objects } = world;
  const charge = objects.get('charge', chargeId);
  const disputed = amount ?? charge.amount;
  if (!charge.paid || disputed < 1 || disputed > charge.amount)
    throw new Error(`Nobody can dispute ${disputed} of ${chargeId}`);
  const dispute = objects.add(newDispute(world, charge, disputed, inquiry));
  objects.change('charge', chargeId, { disputed: true });
  if (inquiry) {
    world.announce('charge.dispute.created', dispute);
    return dispute;
  }
  const withdrawn = take(world, dispute.id);
  world.announce('charge.dispute.created', withdrawn);
  world.announce('charge.dispute.funds_withdrawn', withdrawn);
  return withdrawn;
}

/** An inquiry becomes a dispute. */
export function escalateDispute(world: World, id: string): Dispute {
  if (!isInquiry(world.objects.get('dispute', id))) throw new Error(`${id} is no open inquiry`);
  take(world, id);
  const escalated = changeAndTell(world, 'charge.dispute.updated', 'dispute', id, {
    status: 'needs_response',
  });
  world.announce('charge.dispute.funds_withdrawn', escalated);
  return escalated;
}

/**
 * The end of it. An inquiry ends without money, whoever was right. One that was lost may be won on
 * appeal.
 */
export function closeDispute(world: World, id: string, outcome: 'won' | 'lost'): Dispute {
  const { objects } = world;
  const dispute = objects.get('dispute', id);
  if (isInquiry(dispute))
    return changeAndTell(world, 'charge.dispute.closed', 'dispute', id, {
      status: 'warning_closed',
      is_charge_refundable: true,
    });
  const appealed = dispute.status === 'lost' && outcome === 'won';
  if (dispute.status !== 'needs_response' && !appealed)
    throw new Error(`Dispute ${id} is ${dispute.status}`);
  objects.change('dispute', id, { status: outcome });
  if (outcome === 'won') {
    const charge = objects.get('charge', dispute.charge as string);
    const back = moveDispute(world, dispute, charge, 'reinstated');
    changeAndTell(world, 'charge.dispute.funds_reinstated', 'dispute', id, {
      balance_transactions: [...dispute.balance_transactions, back],
    });
  }
  const closed = objects.get('dispute', id);
  world.announce('charge.dispute.closed', closed);
  return closed;
}

const isInquiry = ({ status }: Dispute): boolean => status === 'warning_needs_response';

function take(world: World, id: string): Dispute {
  const { objects } = world;
  const dispute = objects.get('dispute', id);
  const charge = objects.get('charge', dispute.charge as string);
  const taken = moveDispute(world, dispute, charge, 'withdrawn');
  return objects.change('dispute', id, {
    balance_transactions: [taken],
    is_charge_refundable: false,
  });
}

function newDispute(
  world: World,
  charge: Stripe.Charge,
  amount: number,
  inquiry: boolean,
): Dispute {
  const now = world.now();
  return {
    id: world.newId('dp'),
    object: 'dispute',
    amount,
    balance_transactions: [],
    charge: charge.id,
    created: now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: now + TEN_DAYS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: inquiry,
    livemode: false,
    metadata: {},
    network_reason_code: '10.4',
    payment_intent: charge.payment_intent,
    payment_method_details: {
      type: 'card',
      card: {
        brand: 'visa',
        case_type: inquiry ? 'inquiry' : 'chargeback',
        network: 'visa',
        network_reason_code: '10.4',
      },
    },
    reason: 'fraudulent',
    status: inquiry ? 'warning_needs_response' : 'needs_response',
  };
}

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};
