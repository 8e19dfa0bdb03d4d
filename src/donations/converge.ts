import type { DataSource } from 'typeorm';
import { SYSTEM } from '../kernel/actor';
import type { TenantRef } from '../kernel/global-id';
import { inUnitOfWork, type UnitOfWork } from '../kernel/unit-of-work';
import type { Processor } from '../payments/processor';
import { noteObjects } from '../payments/processor-object.reader';
import { lockCampaign } from './campaign.reader';
import { attemptsOf, lockDonation } from './donation.reader';
import { noteSubscription } from './note-subscription';
import { readTruth } from './read-truth';
import { recordDisputes } from './record-disputes';
import { recordPayment } from './record-payment';
import { recordRefunds } from './record-refunds';
import { recordState } from './record-state';
import type { Truth } from './truth';

/**
 * Makes the books say what the processor says about a donation: the one function that the returning
 * giver, the worker of events and the sweep all call. It asks first, holding nothing; then, in one
 * unit of work that holds the donation, it records what is missing. Each thing is recorded under
 * the id it has at the processor, so that order, repeats and losses of events do not matter, and
 * two that converge at once add nothing twice.
 */
export async function converge(
  source: DataSource,
  processor: Processor,
  ref: TenantRef,
  now: Date,
): Promise<void> {
  const truth = await readTruth(processor, await attemptsOf(source.manager, ref));
  await inUnitOfWork(source, SYSTEM, (work) => recordTruth(work, ref, truth), now);
}

async function recordTruth(work: UnitOfWork, ref: TenantRef, truth: Truth): Promise<void> {
  const donation = await lockDonation(work, ref);
  // A campaign is taken before accounts are, here as everywhere.
  const { communityId, campaignId } = donation;
  if (campaignId && truth.payments.length > 0)
    await lockCampaign(work, { communityId, id: campaignId });
  const owner = { communityId: ref.communityId, about: 'donation', aboutId: ref.id } as const;
  await noteObjects(work, truth.objectIds, owner);
  if (truth.subscriptionId) await noteSubscription(work, donation, truth.subscriptionId);
  for (const seen of truth.payments) {
    const payment = await recordPayment(work, donation, seen);
    await recordRefunds(work, donation, payment, seen);
    await recordDisputes(work, donation, payment, seen);
  }
  await recordState(work, donation, truth);
}
