import { IsNull } from 'typeorm';
import { draft, record } from '../bookkeeping/record';
import { GIFTS } from '../bookkeeping/rules/gifts';
import { freeProjectGifts } from '../foundations/project-gifts';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { derivedId, newId } from '../kernel/id';
import { fingerprint, ownRequest } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { noteObject } from '../payments/processor-object.reader';
import { raiseTask } from '../payments/raise-task';
import { correct } from './acknowledge';
import type { DonationRow } from './donation.entity';
import { fundFor } from './fund-for';
import type { GiftPaymentRow } from './gift-payment.entity';
import { GiftRefundRow } from './gift-refund.entity';
import { addGoneBack } from './gone-back';
import { matchBack } from './match-back';
import { mirrorOrKeep } from './mirror-or-keep';
import { noteTakeBack, noteTakeBackFailed } from './note-take-back';
import { holdAgain, settleHeld } from './settle-held';
import { partsOf, tellLoss, whileMoving } from './take-back';
import { tellRefund } from './thank-giver';
import type { SeenPayment, SeenRefund } from './truth';

/**
 * Records what went back of a payment: a refund that is under way or done is posted once, under the
 * processor's own id, whether it was asked for here or made at the dashboard; one that failed is
 * taken back by the mirror of its entry, with a task.
 */
export async function recordRefunds(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
  { refunds }: SeenPayment,
): Promise<void> {
  for (const seen of refunds) {
    const row = await rowFor(work, payment, seen);
    await noteMoved(work, donation, payment, seen);
    // What was read before another process recorded more takes no step back.
    const state = RANK[seen.status] > RANK[row.state] ? seen.status : row.state;
    if (state !== 'failed' && !row.entryId) await post(work, donation, payment, row, seen);
    if (state === 'failed') await fail(work, donation, payment, row, seen);
    const { communityId, id } = row;
    await work.db.update(GiftRefundRow, { communityId, id }, { state });
  }
}

/** How far along each state is. */
const RANK: Readonly<Record<GiftRefundRow['state'], number>> = {
  declined: 0,
  requested: 0,
  approved: 0,
  pending: 1,
  succeeded: 2,
  failed: 3,
};

/** The row that asked for it, or a new one for a refund made at the processor's dashboard. */
async function rowFor(
  work: UnitOfWork,
  { communityId, id: paymentId, donationId }: GiftPaymentRow,
  { refundId, rowId, minor, reason }: SeenRefund,
): Promise<GiftRefundRow> {
  const known = await work.db.findOneBy(GiftRefundRow, { communityId, refundId });
  if (known) return known;
  const asked = rowId
    ? await work.db.findOneBy(GiftRefundRow, {
        ...{ communityId, id: rowId, paymentId, refundId: IsNull() },
      })
    : null;
  if (asked) {
    await work.db.update(GiftRefundRow, { communityId, id: asked.id }, { refundId });
    // Whatever we thought of it: now it is there.
    return { ...asked, refundId, state: 'approved' };
  }
  const key = `own/refund/${refundId}`;
  const row: GiftRefundRow = {
    ...{ communityId, id: newId(), donationId, paymentId, refundId, key },
    ...{ origin: 'dashboard', state: 'pending', minor: minor.toString() },
    ...{ reason: reason || 'dashboard', fingerprint: fingerprint('own', key) },
    ...{ requestedAt: work.now, makerId: null, checkerId: null, checkedAt: null },
    ...{ declinedBecause: null, entryId: null, reversalEntryId: null },
  };
  await work.db.insert(GiftRefundRow, row);
  return row;
}

async function noteMoved(
  work: UnitOfWork,
  { communityId, id, foundationId }: DonationRow,
  payment: GiftPaymentRow,
  { refundId, minor }: SeenRefund,
): Promise<void> {
  const owner = { communityId, about: 'donation', aboutId: id } as const;
  const moved = amount(currency(payment.currency), -minor);
  await noteObject(work, refundId, owner, { foundationId, paymentId: payment.id, moved });
}

async function post(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
  row: GiftRefundRow,
  { refundId, minor }: SeenRefund,
): Promise<void> {
  const { communityId, id: donationId, foundationId } = donation;
  const entryId = await whileMoving(async () => {
    const match = await matchBack(work, donation, payment, minor);
    const parts = await partsOf(work, donation, payment, minor);
    const facts = {
      ...{ foundationId, donationId, paymentId: payment.id, refundId },
      ...{ parts, match },
    };
    const how = { request: ownRequest(`refund/${refundId}`), occurredAt: work.now };
    const [posted] = await record(work, communityId, draft(GIFTS.giftRefunded, facts, how));
    if (!posted) throw new Error('A refund came to nothing');
    await tellLoss(work, donation, refundId, parts);
    return posted.entryId;
  });
  await work.db.update(GiftRefundRow, { communityId, id: row.id }, { entryId });
  if (payment.takenAs === 'held') return await settleHeld(work, payment);
  await noteTakeBack(work, {
    communityId,
    paymentId: payment.id,
    giftEntryId: payment.entryId,
    entryId,
  });
  await addGoneBack(work, donation, -minor);
  const corrected = await correct(work, donation, payment, row.id, row.reason, minor);
  await tellRefund(work, donation, row, minor, corrected);
}

async function fail(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
  row: GiftRefundRow,
  { refundId, minor }: SeenRefund,
): Promise<void> {
  const { communityId, foundationId, id: aboutId } = donation;
  const posted = (await work.db.findOneByOrFail(GiftRefundRow, { communityId, id: row.id }))
    .entryId;
  if (row.reversalEntryId) return;
  const task = { communityId, foundationId, kind: 'refund_failed', objectId: refundId } as const;
  await raiseTask(work, { ...task, aboutId });
  if (!posted) return;
  const fund = await fundFor(work, donation);
  const request = ownRequest(`refund-failed/${refundId}`);
  const back = await mirrorOrKeep(work, donation, payment, posted, request);
  const reversalEntryId = back.entryId;
  await work.db.update(GiftRefundRow, { communityId, id: row.id }, { reversalEntryId });
  if (payment.takenAs === 'held') return await holdAgain(work, payment);
  if (!back.kept) await noteTakeBackFailed(work, { communityId, entryId: posted, reversalEntryId });
  // What comes back to a project that has ended meanwhile serves its pool.
  if (donation.grantId && !fund.projectId)
    await freeProjectGifts(work, { ...donation, grantId: donation.grantId }, refundId);
  await addGoneBack(work, donation, minor);
  await correct(work, donation, payment, derivedId(row.id, 'failed'), 'failed', -minor);
}
