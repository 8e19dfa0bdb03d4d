import { draft, record } from '../bookkeeping/record';
import { GIFTS } from '../bookkeeping/rules/gifts';
import { poolById } from '../foundations/pool.reader';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';
import { ownRequest } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { acknowledge } from './acknowledge';
import { addToCampaign } from './add-to-campaign';
import { beginPledge } from './begin-pledge';
import { DonationRow } from './donation.entity';
import { fundFor } from './fund-for';
import { GiftPaymentRow } from './gift-payment.entity';
import { leftOf } from './refund.reader';
import { thankGiver } from './thank-giver';

/**
 * Takes a payment that was held as the gift: what was paid is what was given, from now on. No
 * enterprise matches it. Refuses: `WRONG_CURRENCY`, `GIFT_PAID`, `POOL_CLOSED`, and what is on its
 * way back already (`NOTHING_HELD`).
 */
export async function acceptHeld(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
  payments: readonly GiftPaymentRow[],
): Promise<void> {
  const { communityId, id, foundationId, campaignId } = donation;
  if (payment.currency !== donation.currency)
    throw new Refusal('WRONG_CURRENCY', { expected: donation.currency }, ['decision']);
  if (payments.some(({ takenAs }) => takenAs === 'gift'))
    throw new Refusal('GIFT_PAID', {}, ['decision']);
  if ((await leftOf(work.db, payment)) !== BigInt(payment.minor))
    throw new Refusal('NOTHING_HELD', {}, ['decision']);
  const given = amount(currency(payment.currency), BigInt(payment.minor));
  const fund = await fundFor(work, donation);
  const facts = {
    ...{ foundationId, donationId: id, paymentId: payment.id, ...fund },
    ...{ booksId: communityId, amount: given },
  };
  if (campaignId)
    await addToCampaign(work, communityId, campaignId, { minor: given.minor, gifts: 1 });
  const how = { request: ownRequest(`accept/${payment.id}`), occurredAt: work.now };
  const accepted = draft(GIFTS.heldGiftAccepted, facts, how);
  const [posted] = await record(work, communityId, accepted).catch((error: unknown) =>
    refuseClosed(work, donation, error),
  );
  if (!posted) throw new Error('An acceptance came to nothing');
  const gift = { takenAs: 'gift', entryId: posted.entryId } as const;
  await work.db.update(GiftPaymentRow, { communityId, id: payment.id }, gift);
  const paid = { state: 'paid', paidAt: payment.paidAt, amountMinor: payment.minor } as const;
  await work.db.update(DonationRow, { communityId, id }, paid);
  const row = { ...donation, ...paid };
  await beginPledge(work, row);
  await thankGiver(work, row, await acknowledge(work, row, { ...payment, ...gift }));
}

async function refuseClosed(
  { source }: UnitOfWork,
  { communityId, poolId }: DonationRow,
  error: unknown,
): Promise<never> {
  if (!(error instanceof Refusal) || error.code !== 'ACCOUNT_CLOSED') throw error;
  const [pool] = await poolById.read(source.manager, communityId, [poolId]);
  throw new Refusal('POOL_CLOSED', { pool: pool?.name ?? '' }, ['decision']);
}
