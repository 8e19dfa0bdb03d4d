import { amount, toDecimal, type Amount } from '../kernel/amount';
import { authorise, personOf } from '../kernel/actor';
import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { request, sameRequest } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { refuseUnlessFundHas } from './can-give-back';
import { isFinance } from './donation.policy';
import type { DonationRow } from './donation.entity';
import { lockDonation, needDonation } from './donation.reader';
import type { GiftPaymentRow } from './gift-payment.entity';
import { paymentsOfDonation } from './gift-payment.reader';
import { GiftRefundRow } from './gift-refund.entity';
import { mayRefundAlone } from './refund-alone';
import { leftOf, refundByKey, refundNow, type Refund } from './refund.reader';

export interface RequestRefund {
  readonly idempotencyKey: string;
  readonly donationId: string;
  readonly amount: MoneyInput;
  readonly reason: string;
}

/**
 * The foundation gives back a gift, in whole or in part, with a reason (its treasurer or
 * secretary). A treasurer does so alone up to an amount; anything else waits for a second person.
 * It is sent after the commit and stands in the books once the processor has it.
 *
 * Refuses: `ID_UNKNOWN`, `GIFT_NOT_PAID`, `REFUND_EXCEEDS`, `POOL_SHORT`, `TEXT_LENGTH`, the
 * refusals of amounts, `KEY_UNUSABLE`, `KEY_REUSED`.
 */
export async function requestRefund(work: UnitOfWork, input: RequestRefund): Promise<Refund> {
  const named = await needDonation(work, input.donationId, ['donationId']);
  authorise(work.actor, isFinance(work.actor, named.foundationId));
  const makerId = personOf(work.actor);
  const asked = request('requestRefund', input);
  const reason = readReason(input.reason, ['reason']);
  const donation = await lockDonation(work, named);
  const before = await refundByKey(work.db, donation.communityId, asked.key);
  if (before) {
    sameRequest(before.fingerprint, asked);
    return before;
  }
  const payment = await giftOf(work, donation);
  const given = await readLeft(work, payment, input.amount);
  const approved = mayRefundAlone(work.actor, donation.foundationId, given);
  if (approved) await refuseUnlessFundHas(work, donation, payment, given.minor, ['amount']);
  const row: GiftRefundRow = {
    ...{ communityId: donation.communityId, id: newId(), donationId: donation.id },
    ...{ paymentId: payment.id, refundId: null, origin: 'asked' },
    ...{ state: approved ? 'approved' : 'requested', minor: given.minor.toString(), reason },
    ...{ makerId, requestedAt: work.now, checkerId: null, checkedAt: approved ? work.now : null },
    ...{ declinedBecause: null, entryId: null, reversalEntryId: null },
    ...{ key: asked.key, fingerprint: asked.fingerprint },
  };
  await work.db.insert(GiftRefundRow, row);
  return await refundNow(work.db, row);
}

async function giftOf(work: UnitOfWork, donation: DonationRow): Promise<GiftPaymentRow> {
  const payments = await paymentsOfDonation(work.db, donation);
  const gift = payments.find(({ takenAs }) => takenAs === 'gift');
  if (!gift) throw new Refusal('GIFT_NOT_PAID', {}, ['donationId']);
  return gift;
}

async function readLeft(
  work: UnitOfWork,
  payment: GiftPaymentRow,
  input: MoneyInput,
): Promise<Amount> {
  const asset = currency(payment.currency);
  const given = readMoney(input, asset, ['amount']);
  const left = await leftOf(work.db, payment);
  if (given.minor > left)
    throw new Refusal('REFUND_EXCEEDS', { left: toDecimal(amount(asset, left)) }, [
      'amount',
      'amount',
    ]);
  return given;
}
