import { newId } from '../kernel/id';
import { fingerprint } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { GiftPaymentRow } from './gift-payment.entity';
import { GiftRefundRow } from './gift-refund.entity';

/**
 * Notes that a payment which was only held goes back in full; the worker sends it, once. One that
 * failed may be asked for again.
 */
export async function askBackHeld(
  work: UnitOfWork,
  { communityId, id: paymentId, donationId, minor }: GiftPaymentRow,
  reason: string,
  checkerId: string | null = null,
): Promise<void> {
  const failed = await work.db.countBy(GiftRefundRow, { communityId, paymentId, state: 'failed' });
  const key = `own/held/${paymentId}${failed > 0 ? `/${failed}` : ''}`;
  await work.db
    .createQueryBuilder()
    .insert()
    .into(GiftRefundRow)
    .values({
      ...{ communityId, id: newId(), donationId, paymentId, minor, reason, key },
      ...{ origin: 'held', state: 'approved', fingerprint: fingerprint('own', key) },
      ...{ requestedAt: work.now, checkerId, checkedAt: work.now },
    })
    .orIgnore()
    .execute();
}
