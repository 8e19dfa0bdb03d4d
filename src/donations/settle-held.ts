import type { UnitOfWork } from '../kernel/unit-of-work';
import { reopenTask, settleTask } from '../payments/raise-task';
import type { GiftPaymentRow } from './gift-payment.entity';
import { leftOf } from './refund.reader';

/** Why a payment may be held, each with a task. */
export const HELD = ['paid_twice', 'amount_differs', 'currency_differs', 'fund_closed'] as const;
export type Held = (typeof HELD)[number];

/** What was held and has gone in full, by whatever ways, needs nobody any more. */
export async function settleHeld(work: UnitOfWork, payment: GiftPaymentRow): Promise<void> {
  if ((await leftOf(work.db, payment)) > 0n) return;
  const { communityId, chargeId: objectId } = payment;
  for (const kind of HELD) await settleTask(work, { communityId, kind, objectId }, 'refunded');
}

/** It did not go back after all: somebody has to decide again. */
export async function holdAgain(work: UnitOfWork, payment: GiftPaymentRow): Promise<void> {
  const { communityId, chargeId: objectId } = payment;
  for (const kind of HELD) await reopenTask(work, { communityId, kind, objectId });
}
