import { In } from 'typeorm';
import { newId } from '../kernel/id';
import { fingerprint } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { GiftPaymentRow } from './gift-payment.entity';
import { GiftRefundRow } from './gift-refund.entity';
import { leftOf } from './refund.reader';

/**
 * Notes that what is left of a payment which was only held goes back; the worker sends it, once.
 * Where somebody asks for it who may not let so much go alone, it waits for another person. One
 * that failed or was declined may be asked for again.
 */
export async function askBackHeld(
  work: UnitOfWork,
  payment: GiftPaymentRow,
  reason: string,
  by: { readonly makerId: string | null; readonly alone: boolean } = { makerId: null, alone: true },
): Promise<void> {
  const { communityId, id: paymentId, donationId } = payment;
  const minor = (await leftOf(work.db, payment)).toString();
  if (minor === '0') return;
  const over = { communityId, paymentId, state: In(['failed', 'declined']) };
  const before = await work.db.countBy(GiftRefundRow, over);
  const key = `own/held/${paymentId}${before > 0 ? `/${before}` : ''}`;
  await work.db
    .createQueryBuilder()
    .insert()
    .into(GiftRefundRow)
    .values({
      ...{ communityId, id: newId(), donationId, paymentId, minor, reason, key },
      ...{ origin: 'held', fingerprint: fingerprint('own', key), requestedAt: work.now },
      ...{ state: by.alone ? 'approved' : 'requested', makerId: by.makerId },
      checkedAt: by.alone ? work.now : null,
    })
    .orIgnore()
    .execute();
}
