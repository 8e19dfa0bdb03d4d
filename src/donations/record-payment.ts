import { draft, record } from '../bookkeeping/record';
import { GIFTS } from '../bookkeeping/rules/gifts';
import type { Match } from '../bookkeeping/rules/matching';
import { amount } from '../kernel/amount';
import { CURRENCIES, currency, type Currency } from '../kernel/currency';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { ownRequest } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { noteObject } from '../payments/processor-object.reader';
import { raiseTask } from '../payments/raise-task';
import { ProcessorFailed } from '../payments/processor';
import { acknowledge } from './acknowledge';
import { addToCampaign } from './add-to-campaign';
import { askBackHeld } from './ask-back-held';
import { beginPledge, endPledge } from './begin-pledge';
import type { DonationRow } from './donation.entity';
import { fundFor } from './fund-for';
import { GiftPaymentRow } from './gift-payment.entity';
import { paymentsOfDonation } from './gift-payment.reader';
import { matchFor } from './match';
import type { Held } from './settle-held';
import { thankGiver } from './thank-giver';
import type { SeenPayment } from './truth';

/**
 * Records a payment that arrived, once per charge: as the gift it was to be, or, where it is not
 * what was asked for (another amount or currency, a second payment, a closed pool), held in
 * suspense with a task. A second payment of the very gift goes back by itself.
 */
export async function recordPayment(
  work: UnitOfWork,
  donation: DonationRow,
  seen: SeenPayment,
): Promise<GiftPaymentRow> {
  const before = await paymentsOfDonation(work.db, donation);
  const known = before.find(({ chargeId }) => chargeId === seen.chargeId);
  if (known) return known;
  const arrived = readArrived(seen);
  const held = whyHeld(donation, seen, before);
  const id = newId();
  await noteMovement(work, donation, id, seen);
  const payment = held ? null : await asGift(work, donation, seen, id);
  if (payment) return payment;
  return await asHeld(work, donation, seen, id, arrived, held ?? 'fund_closed');
}

/** A charge in a currency that our books do not know stays at the processor until they do. */
function readArrived({ currency: code, minor }: SeenPayment) {
  if (!CURRENCIES.includes(code as Currency))
    throw new ProcessorFailed(`Paid in ${code}, which the books do not know`);
  return amount(currency(code as Currency), minor);
}

function whyHeld(
  donation: DonationRow,
  seen: SeenPayment,
  before: readonly GiftPaymentRow[],
): Held | null {
  if (before.some(({ takenAs }) => takenAs === 'gift')) return 'paid_twice';
  if (seen.currency !== donation.currency) return 'currency_differs';
  return seen.minor === BigInt(donation.amountMinor) ? null : 'amount_differs';
}

async function noteMovement(
  work: UnitOfWork,
  { communityId, id, foundationId }: DonationRow,
  paymentId: string,
  seen: SeenPayment,
): Promise<void> {
  const owner = { communityId, about: 'donation', aboutId: id } as const;
  const movement = { foundationId, paymentId, moved: readArrived(seen) };
  await noteObject(work, seen.chargeId, owner, movement);
}

/** Posts the gift; null where its pool has been closed meanwhile. */
async function asGift(
  work: UnitOfWork,
  donation: DonationRow,
  seen: SeenPayment,
  paymentId: string,
): Promise<GiftPaymentRow | null> {
  const { communityId, id, foundationId, campaignId } = donation;
  const given = readArrived(seen);
  const fund = await fundFor(work, donation);
  const campaign = campaignId ? { communityId, id: campaignId } : null;
  const match = campaign ? await matchFor(work, campaign, given, seen.paidAt) : null;
  const facts = { foundationId, donationId: id, paymentId, ...fund, amount: given, match };
  const how = requestFor(work, seen);
  try {
    const [posted] = await record(work, communityId, draft(GIFTS.giftReceived, facts, how));
    const payment = await keep(work, donation, seen, paymentId, 'gift', posted?.entryId, match);
    if (campaignId)
      await addToCampaign(work, communityId, campaignId, { minor: given.minor, gifts: 1 });
    await beginPledge(work, donation);
    const acknowledged = await acknowledge(work, donation, payment);
    await thankGiver(work, donation, acknowledged);
    return payment;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'ACCOUNT_CLOSED') return null;
    throw error;
  }
}

async function asHeld(
  work: UnitOfWork,
  donation: DonationRow,
  seen: SeenPayment,
  paymentId: string,
  arrived: ReturnType<typeof readArrived>,
  because: Held,
): Promise<GiftPaymentRow> {
  const { communityId, id, foundationId } = donation;
  const facts = {
    ...{ foundationId, donationId: id, paymentId },
    ...{ booksId: communityId, amount: arrived, because },
  };
  const drafted = draft(GIFTS.giftHeld, facts, requestFor(work, seen));
  const [posted] = await record(work, communityId, drafted);
  const payment = await keep(work, donation, seen, paymentId, 'held', posted?.entryId, null);
  await raiseTask(work, {
    ...{ communityId, foundationId, kind: because, objectId: seen.chargeId },
    ...{ aboutId: id, held: arrived, entryId: posted?.entryId },
  });
  if (because === 'paid_twice') await askBackHeld(work, payment, 'paid twice');
  if (because === 'fund_closed') await endPledge(work, donation);
  return payment;
}

/** The charge is the key: whoever records it second finds it standing. */
function requestFor({ now }: UnitOfWork, { chargeId, paidAt }: SeenPayment) {
  return { request: ownRequest(`charge/${chargeId}`), occurredAt: paidAt < now ? paidAt : now };
}

async function keep(
  work: UnitOfWork,
  { communityId, id: donationId }: DonationRow,
  { chargeId, method, currency: code, minor, paidAt }: SeenPayment,
  id: string,
  takenAs: GiftPaymentRow['takenAs'],
  entryId: string | undefined,
  match: Match | null,
): Promise<GiftPaymentRow> {
  if (!entryId) throw new Error('A payment came to nothing');
  const row: GiftPaymentRow = {
    ...{ communityId, id, donationId, chargeId, method, takenAs, paidAt, entryId },
    ...{ currency: code as Currency, minor: minor.toString() },
    matchMinor: (match?.amount.minor ?? 0n).toString(),
  };
  await work.db.insert(GiftPaymentRow, row);
  return row;
}
