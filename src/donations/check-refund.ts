import { authorise, personOf } from '../kernel/actor';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { refuseUnlessFundHas } from './can-give-back';
import { isFinanceChecker } from './donation.policy';
import { lockDonation } from './donation.reader';
import { paymentsOfDonation } from './gift-payment.reader';
import { GiftRefundRow } from './gift-refund.entity';
import { needRefund, refundNow, type Refund } from './refund.reader';

/**
 * Another person than the one who asked lets a refund go (the foundation's treasurer or chair); it
 * is sent after the commit. Asked again, it is the same.
 * Refuses: `ID_UNKNOWN`, `SAME_PERSON`, `REFUND_DECIDED`, `POOL_SHORT`.
 */
export async function approveRefund(
  work: UnitOfWork,
  input: { readonly refundId: string },
): Promise<Refund> {
  const { refund, checkerId } = await needRequested(work, input.refundId, 'approved');
  if (refund.state !== 'requested') return refund;
  const donation = await lockDonation(work, { ...refund, id: refund.donationId });
  const payments = await paymentsOfDonation(work.db, donation);
  const payment = payments.find(({ id }) => id === refund.paymentId);
  if (!payment) throw new Error(`The refund ${refund.id} has no payment`);
  await refuseUnlessFundHas(work, donation, payment, BigInt(refund.minor), ['refundId']);
  const approved = { state: 'approved', checkerId, checkedAt: work.now } as const;
  return await write(work, refund, approved);
}

/**
 * Another person than the one who asked says no to a refund, with a reason (the foundation's
 * treasurer or chair). Refuses: `ID_UNKNOWN`, `SAME_PERSON`, `REFUND_DECIDED`, `TEXT_LENGTH`.
 */
export async function declineRefund(
  work: UnitOfWork,
  input: { readonly refundId: string; readonly reason: string },
): Promise<Refund> {
  const { refund, checkerId } = await needRequested(work, input.refundId, 'declined');
  if (refund.state !== 'requested') return refund;
  const declinedBecause = readReason(input.reason, ['reason']);
  const declined = { state: 'declined', checkerId, checkedAt: work.now, declinedBecause } as const;
  return await write(work, refund, declined);
}

/** Where a decision may still be taken, and where the same one was taken before. */
const SAME: Readonly<Record<'approved' | 'declined', readonly Refund['state'][]>> = {
  approved: ['requested', 'approved', 'pending', 'succeeded', 'failed'],
  declined: ['requested', 'declined'],
};

/** The refund, held with its gift, and who checks it. */
async function needRequested(work: UnitOfWork, refundId: string, to: keyof typeof SAME) {
  const path = ['refundId'];
  const named = await needRefund(work, refundId, path);
  authorise(work.actor, isFinanceChecker(work.actor, named.foundationId));
  const checkerId = personOf(work.actor);
  await lockDonation(work, { communityId: named.communityId, id: named.donationId });
  const refund = await refundNow(work.db, named);
  if (!SAME[to].includes(refund.state))
    throw new Refusal('REFUND_DECIDED', { state: refund.state }, path);
  if (refund.makerId === checkerId) throw new Refusal('SAME_PERSON', {}, path);
  return { refund, checkerId };
}

async function write(
  work: UnitOfWork,
  { communityId, id }: Refund,
  changes: Partial<GiftRefundRow>,
): Promise<Refund> {
  await work.db.update(GiftRefundRow, { communityId, id }, changes);
  return await refundNow(work.db, { communityId, id });
}
