import type Stripe from 'stripe';
import type { DataSource } from 'typeorm';
import { SYSTEM } from '../kernel/actor';
import { addDays, dayOf } from '../kernel/calendar';
import type { TenantRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { ownRequest } from '../kernel/request';
import { inUnitOfWork, type UnitOfWork } from '../kernel/unit-of-work';
import { ask, askAll, type Processor } from '../payments/processor';
import { noteObject, objectById, type Owner } from '../payments/processor-object.reader';
import { needPlace } from '../society/place.reader';
import { AttemptRow } from './attempt.entity';
import { cancelSubscription } from './cancel-subscription';
import { converge } from './converge';
import { donationById, donationByKey } from './donation.reader';
import { insertMonthsGift } from './months-gift';
import { PledgeRow } from './pledge.entity';
import { firstDonationOf, lockPledge, pledgeById } from './pledge.reader';
import { tellPledgeEnded, tellPledgeUnpaid } from './tell-pledge';

/**
 * Makes the books say what the processor says about a pledge by card: its state, and one donation
 * for each month's invoice that was paid. Like `converge`, any number of times.
 */
export async function convergePledge(
  source: DataSource,
  processor: Processor,
  ref: TenantRef,
  now: Date,
): Promise<void> {
  const first = await firstDonationOf(source.manager, ref);
  await converge(source, processor, { communityId: ref.communityId, id: first }, now);
  const [pledge] = await pledgeById.read(source.manager, ref.communityId, [ref.id]);
  if (!pledge?.subscriptionId) return;
  const { stripe } = processor;
  const { subscriptionId } = pledge;
  const subscription = await ask('subscription', () =>
    stripe.subscriptions.retrieve(subscriptionId),
  );
  if (pledge.state === 'cancelled' && STATES[subscription.status] !== 'cancelled')
    await cancelSubscription(processor, pledge);
  const invoices = await invoicesOf(processor, subscriptionId);
  await inUnitOfWork(source, SYSTEM, (work) => writeState(work, ref, subscription), now);
  for (const { id, status } of invoices) {
    if (status !== 'paid' || !id) continue;
    const known = await objectById(source.manager, id);
    if (known && (await isPaid(source, known))) continue;
    const donationId =
      known?.aboutId ??
      (await inUnitOfWork(source, SYSTEM, (work) => monthsGift(work, pledge, first, id), now));
    await converge(source, processor, { communityId: ref.communityId, id: donationId }, now);
  }
}

/** What follows upon a month that was paid is found by its own objects: years of them may be. */
async function isPaid(source: DataSource, { communityId, aboutId }: Owner): Promise<boolean> {
  const [donation] = await donationById.read(source.manager, communityId, [aboutId]);
  return donation?.state === 'paid';
}

/** The first month came with the checkout session, and is the first donation's. */
async function invoicesOf({ stripe }: Processor, subscription: string): Promise<Stripe.Invoice[]> {
  const invoices = await askAll((page) => stripe.invoices.list({ subscription, ...page }));
  return invoices
    .filter(({ billing_reason }) => billing_reason !== 'subscription_create')
    .sort((a, b) => a.created - b.created);
}

/** The donation of a month, made once per invoice, as the first one was meant. */
async function monthsGift(
  work: UnitOfWork,
  pledge: PledgeRow,
  firstId: string,
  invoiceId: string,
): Promise<string> {
  const { communityId } = pledge;
  await lockPledge(work, pledge);
  const { key, fingerprint } = ownRequest(`invoice/${invoiceId}`);
  const known = await donationByKey(work.db, communityId, key);
  if (known) return known.id;
  const [first] = await donationById.read(work.db, communityId, [firstId]);
  if (!first) throw new Error(`The pledge ${pledge.id} has no first donation`);
  const asked = { key, fingerprint };
  const { id } = await insertMonthsGift(work, pledge, first, asked, 'processing');
  await work.db.insert(AttemptRow, {
    ...{ communityId, id: newId(), donationId: id, number: 1, state: 'processing' },
    ...{ payWith: null, asked: null, sessionId: invoiceId, url: null, createdAt: work.now },
    ...{ expiresAt: work.now, nextCheckAt: work.now },
  });
  await noteObject(work, invoiceId, { communityId, about: 'donation', aboutId: id });
  return id;
}

const STATES: Readonly<Record<string, PledgeRow['state']>> = {
  active: 'active',
  trialing: 'active',
  past_due: 'past_due',
  unpaid: 'past_due',
  incomplete: 'starting',
  paused: 'paused',
  canceled: 'cancelled',
  incomplete_expired: 'cancelled',
};

/** What is cancelled stays so, and is done with; anything else is looked at every day. */
async function writeState(
  work: UnitOfWork,
  ref: TenantRef,
  subscription: Stripe.Subscription,
): Promise<void> {
  const pledge = await lockPledge(work, ref);
  const { communityId, id } = ref;
  if (pledge.state === 'cancelled')
    return void (await work.db.update(PledgeRow, { communityId, id }, { nextLookOn: null }));
  const told = STATES[subscription.status] ?? pledge.state;
  const state = told === 'active' && subscription.pause_collection ? 'paused' : told;
  const { timeZone } = await needPlace(work, communityId, []);
  const over = state === 'cancelled';
  await work.db.update(
    PledgeRow,
    { communityId, id },
    {
      state,
      cancelledAt: over ? work.now : null,
      nextLookOn: over ? null : addDays(dayOf(work.now, timeZone), 1),
    },
  );
  if (state === 'past_due' && pledge.state !== 'past_due') await tellPledgeUnpaid(work, pledge);
  if (over) await tellPledgeEnded(work, pledge, 'unpaid');
}
