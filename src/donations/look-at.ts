import type { DataSource } from 'typeorm';
import type Stripe from 'stripe';
import { SYSTEM } from '../kernel/actor';
import { isUuid } from '../kernel/id';
import { inUnitOfWork } from '../kernel/unit-of-work';
import { ask, askFirst, idOf, type Processor } from '../payments/processor';
import { noteObject, objectById, type Owner } from '../payments/processor-object.reader';
import { AttemptRow } from './attempt.entity';
import { converge } from './converge';
import { convergePledge } from './converge-pledge';

/**
 * Looks at an object of the processor and records what is missing about the gift or the pledge that
 * it belongs to. `unknown`: it is none of ours.
 */
export async function lookAt(
  source: DataSource,
  processor: Processor,
  objectId: string,
  now: Date,
  looked = new Set<string>(),
): Promise<'seen' | 'unknown'> {
  if (NOTHING_OF_A_GIFT.test(objectId)) return 'seen';
  const known = await objectById(source.manager, objectId);
  // An object that was not known then may be why there is more to see now.
  if (known && looked.has(known.aboutId)) return 'seen';
  const owner = known ?? (await ownerOf(source, processor, objectId));
  if (!owner) return 'unknown';
  const ref = { communityId: owner.communityId, id: owner.aboutId };
  if (owner.about === 'donation') await converge(source, processor, ref, now);
  else await convergePledge(source, processor, ref, now);
  looked.add(owner.aboutId);
  return 'seen';
}

/** Payouts are the mirror's; what is about a giver's card or a price tells us nothing. */
const NOTHING_OF_A_GIFT = /^(po|cus|pm|card|price|prod|src|txn|seti|acct|ba)_/;

type Named = Readonly<Record<string, string>> | null | undefined;

/** How an object that the directory does not know leads to its owner, by the prefix of its id. */
const WAYS: Readonly<
  Record<string, (source: DataSource, processor: Processor, id: string) => Promise<Owner | null>>
> = {
  cs: async (source, { stripe }, id) => {
    const session = await ask('checkout.session', () => stripe.checkout.sessions.retrieve(id));
    return await attach(source, session.metadata, session);
  },
  pi: async (source, processor, id) => {
    const { stripe } = processor;
    const intent = await ask('payment_intent', () => stripe.paymentIntents.retrieve(id));
    const session = await sessionOf(processor, id);
    const named = await attach(source, session?.metadata ?? intent.metadata, session);
    return named ?? (await ownerOfInvoiced(source, processor, id));
  },
  ch: ownerOfCharge,
  py: ownerOfCharge,
  re: ownerOfRefund,
  pyr: ownerOfRefund,
  dp: ownerOfDispute,
  du: ownerOfDispute,
  in: async (source, processor, id) => {
    const { stripe } = processor;
    const invoice = await ask('invoice', () => stripe.invoices.retrieve(id));
    const subscription = idOf(invoice.parent?.subscription_details?.subscription);
    return subscription ? await ownerOf(source, processor, subscription) : null;
  },
  sub: async (_source, { stripe }, id) => {
    const { metadata } = await ask('subscription', () => stripe.subscriptions.retrieve(id));
    return readOwner(metadata, 'pledge');
  },
};

async function ownerOf(
  source: DataSource,
  processor: Processor,
  id: string,
): Promise<Owner | null> {
  const known = await objectById(source.manager, id);
  if (known) return known;
  const way = WAYS[id.split('_')[0] ?? ''];
  return way ? await way(source, processor, id) : null;
}

async function ownerOfCharge(source: DataSource, processor: Processor, id: string) {
  const { stripe } = processor;
  const charge = await ask('charge', () => stripe.charges.retrieve(id));
  const intent = idOf(charge.payment_intent);
  return intent ? await ownerOf(source, processor, intent) : null;
}

async function ownerOfRefund(source: DataSource, processor: Processor, id: string) {
  const { stripe } = processor;
  const refund = await ask('refund', () => stripe.refunds.retrieve(id));
  const charge = idOf(refund.charge);
  return charge ? await ownerOf(source, processor, charge) : null;
}

async function ownerOfDispute(source: DataSource, processor: Processor, id: string) {
  const { stripe } = processor;
  const dispute = await ask('dispute', () => stripe.disputes.retrieve(id));
  const charge = idOf(dispute.charge);
  return charge ? await ownerOf(source, processor, charge) : null;
}

async function sessionOf({ stripe }: Processor, intent: string) {
  return await askFirst(() => stripe.checkout.sessions.list({ payment_intent: intent, limit: 1 }));
}

/** An intent that pays an invoice carries none of our names: its invoice leads to the pledge. */
async function ownerOfInvoiced(
  source: DataSource,
  processor: Processor,
  intent: string,
): Promise<Owner | null> {
  const { stripe } = processor;
  const payment = { type: 'payment_intent', payment_intent: intent } as const;
  const paid = await askFirst(() => stripe.invoicePayments.list({ payment, limit: 1 }));
  const invoice = idOf(paid?.invoice);
  return invoice ? await ownerOf(source, processor, invoice) : null;
}

function readOwner(names: Named, about: Owner['about']): Owner | null {
  const communityId = names?.community ?? '';
  const aboutId = names?.[about] ?? '';
  return isUuid(communityId) && isUuid(aboutId) ? { communityId, about, aboutId } : null;
}

/**
 * Reads whose a session is from the names that we gave it. One whose answer never reached us (our
 * process ended between the call and the commit) is put to its attempt by them.
 */
async function attach(
  source: DataSource,
  names: Named,
  session: Stripe.Checkout.Session | null,
): Promise<Owner | null> {
  const owner = readOwner(names, 'donation');
  const attemptId = names?.attempt ?? '';
  if (!owner || !session || !isUuid(attemptId)) return owner;
  await inUnitOfWork(source, SYSTEM, async (work) => {
    await work.begin();
    await work.db
      .createQueryBuilder()
      .update(AttemptRow)
      .set({ sessionId: session.id, url: session.url })
      .where('community_id = :communityId and id = :attemptId and session_id is null', {
        communityId: owner.communityId,
        attemptId,
      })
      .execute();
    await noteObject(work, session.id, owner);
  });
  return owner;
}
