import { draft, record, reverse } from '../bookkeeping/record';
import { GIFTS } from '../bookkeeping/rules/gifts';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { derivedId, newId } from '../kernel/id';
import { ownRequest } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { freeProjectGifts } from '../foundations/project-gifts';
import { entriesById } from '../ledger/entry.reader';
import { noteObject } from '../payments/processor-object.reader';
import { correct } from './acknowledge';
import type { DonationRow } from './donation.entity';
import { fundFor } from './fund-for';
import { GiftDisputeRow } from './gift-dispute.entity';
import type { GiftPaymentRow } from './gift-payment.entity';
import { DECIDED } from './gift-payment.reader';
import { matchBack } from './match-back';
import { mirrorOrKeep } from './mirror-or-keep';
import { noteTakeBack, noteTakeBackFailed } from './note-take-back';
import { addGoneBack } from './gone-back';
import { holdAgain, settleHeld } from './settle-held';
import { partsOf, tellLoss, whileMoving } from './take-back';
import type { SeenDispute, SeenPayment } from './truth';

/**
 * Records what givers' banks ask back: money that was withdrawn is held; it comes back to its
 * purpose when the dispute is won, and is taken from it when it is lost. An inquiry moves nothing.
 */
export async function recordDisputes(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
  { disputes }: SeenPayment,
): Promise<void> {
  for (const seen of disputes) {
    const row = await rowFor(work, payment, seen);
    await noteMoved(work, donation, payment, seen);
    if (seen.withdrawn && !row.withdrawnEntryId) await withdraw(work, donation, payment, row);
    if (seen.ended === 'reinstated' && !row.reinstatedEntryId)
      await reinstate(work, donation, payment, row);
    if (seen.ended === 'lost' && !row.lostEntryId && !row.reinstatedEntryId)
      await lose(work, donation, payment, row);
    const { communityId, id } = row;
    // What was read before another process recorded the end takes no step back.
    const found = seen.ended === 'reinstated' && DECIDED.includes(seen.status);
    const status = DECIDED.includes(row.status) && !found ? row.status : seen.status;
    await work.db.update(GiftDisputeRow, { communityId, id }, { ...row, status });
  }
}

async function rowFor(
  work: UnitOfWork,
  { communityId, id: paymentId, donationId }: GiftPaymentRow,
  { disputeId, status, minor, openedAt }: SeenDispute,
): Promise<GiftDisputeRow> {
  const known = await work.db.findOneBy(GiftDisputeRow, { communityId, disputeId });
  if (known) return known;
  const row: GiftDisputeRow = {
    ...{ communityId, id: newId(), donationId, paymentId, disputeId, status, openedAt },
    minor: minor.toString(),
    ...{ withdrawnEntryId: null, reinstatedEntryId: null, lostEntryId: null },
  };
  await work.db.insert(GiftDisputeRow, row);
  return row;
}

async function noteMoved(
  work: UnitOfWork,
  { communityId, id, foundationId }: DonationRow,
  payment: GiftPaymentRow,
  { disputeId, minor }: SeenDispute,
): Promise<void> {
  const owner = { communityId, about: 'donation', aboutId: id } as const;
  const moved = amount(currency(payment.currency), -minor);
  await noteObject(work, disputeId, owner, { foundationId, paymentId: payment.id, moved });
}

const factsOf = ({ foundationId, id }: DonationRow, row: GiftDisputeRow) => ({
  ...{ foundationId, donationId: id, paymentId: row.paymentId, disputeId: row.disputeId },
});

async function withdraw(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
  row: GiftDisputeRow,
): Promise<void> {
  const minor = BigInt(row.minor);
  const facts = { ...factsOf(donation, row), amount: amount(currency(payment.currency), minor) };
  const how = { request: ownRequest(`dispute/${row.disputeId}`), occurredAt: work.now };
  const drafted = draft(GIFTS.disputeOpened, facts, how);
  const [posted] = await record(work, donation.communityId, drafted);
  row.withdrawnEntryId = posted?.entryId ?? null;
  if (payment.takenAs === 'gift') await addGoneBack(work, donation, -minor);
}

async function reinstate(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
  row: GiftDisputeRow,
): Promise<void> {
  const { communityId, id, lostEntryId } = row;
  if (lostEntryId) await findAgain(work, donation, payment, row, lostEntryId);
  const withdrawn = row.withdrawnEntryId ?? '';
  const [entry] = await entriesById(work.db, communityId, [withdrawn]);
  if (!entry) throw new Error(`The entry of dispute ${row.disputeId} is gone`);
  const request = ownRequest(`dispute-won/${row.disputeId}`);
  const { entryId } = await reverse(work, entry, { request, occurredAt: work.now, reason: 'won' });
  row.reinstatedEntryId = entryId;
  // At once, for the correction tells what is left of the gift after it.
  await work.db.update(GiftDisputeRow, { communityId, id }, row);
  if (payment.takenAs === 'held') return await holdAgain(work, payment);
  const minor = BigInt(row.minor);
  await addGoneBack(work, donation, minor);
  if (lostEntryId)
    await correct(work, donation, payment, derivedId(id, 'found'), 'dispute won', -minor);
}

/** One that was lost may be appealed and won: what it took from its purpose comes back to it. */
async function findAgain(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
  { communityId, disputeId }: GiftDisputeRow,
  lostEntryId: string,
): Promise<void> {
  const fund = await fundFor(work, donation);
  const request = ownRequest(`dispute-found/${disputeId}`);
  const back = await mirrorOrKeep(work, donation, payment, lostEntryId, request);
  if (payment.takenAs === 'held' || back.kept) return;
  const reversalEntryId = back.entryId;
  await noteTakeBackFailed(work, { communityId, entryId: lostEntryId, reversalEntryId });
  // What comes back to a project that has ended meanwhile serves its pool.
  if (donation.grantId && !fund.projectId)
    await freeProjectGifts(work, { ...donation, grantId: donation.grantId }, disputeId);
}

async function lose(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
  row: GiftDisputeRow,
): Promise<void> {
  const { communityId } = donation;
  const minor = BigInt(row.minor);
  const entryId = await whileMoving(async () => {
    const match = await matchBack(work, donation, payment, minor);
    const parts = await partsOf(work, donation, payment, minor);
    const facts = { ...factsOf(donation, row), parts, match };
    const how = { request: ownRequest(`dispute-lost/${row.disputeId}`), occurredAt: work.now };
    const [posted] = await record(work, communityId, draft(GIFTS.disputeLost, facts, how));
    if (!posted) throw new Error('A lost dispute came to nothing');
    await tellLoss(work, donation, row.disputeId, parts);
    return posted.entryId;
  });
  row.lostEntryId = entryId;
  // At once, for the correction tells what is left of the gift after it.
  await work.db.update(GiftDisputeRow, { communityId, id: row.id }, row);
  if (payment.takenAs === 'held') return await settleHeld(work, payment);
  await noteTakeBack(work, {
    communityId,
    paymentId: payment.id,
    giftEntryId: payment.entryId,
    entryId,
  });
  await correct(work, donation, payment, row.id, 'dispute', minor);
}
