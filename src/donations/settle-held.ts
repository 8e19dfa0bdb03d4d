import type { EntityManager } from 'typeorm';
import type { TenantRef } from '../kernel/global-id';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { reopenTask, settleTask } from '../payments/raise-task';
import type { GiftPaymentRow } from './gift-payment.entity';

/** Why a payment may be held, each with a task. */
export const HELD = ['paid_twice', 'amount_differs', 'currency_differs', 'fund_closed'] as const;
export type Held = (typeof HELD)[number];

/**
 * What was held and has gone in full, by whatever ways, needs nobody any more. What is only asked
 * for, or disputed and not decided, is held still.
 */
export async function settleHeld(work: UnitOfWork, payment: GiftPaymentRow): Promise<void> {
  if ((await heldOf(work.db, payment)) > 0n) return;
  const { communityId, chargeId: objectId } = payment;
  for (const kind of HELD) await settleTask(work, { communityId, kind, objectId }, 'refunded');
}

/** How much of a held payment has not been posted as gone, in minor units. */
async function heldOf(
  db: EntityManager,
  { communityId, id, minor }: TenantRef & { readonly minor: string },
): Promise<bigint> {
  const [row] = await read<{ gone: string }>(
    db,
    `select
       (select coalesce(sum(minor), 0) from gift_refund
        where community_id = $1 and payment_id = $2
          and entry_id is not null and reversal_entry_id is null)
     + (select coalesce(sum(minor), 0) from gift_dispute
        where community_id = $1 and payment_id = $2
          and lost_entry_id is not null and reinstated_entry_id is null) gone`,
    [communityId, id],
  );
  return BigInt(minor) - BigInt(row?.gone ?? 0);
}

/** It did not go back after all: somebody has to decide again. */
export async function holdAgain(work: UnitOfWork, payment: GiftPaymentRow): Promise<void> {
  const { communityId, chargeId: objectId } = payment;
  for (const kind of HELD) await reopenTask(work, { communityId, kind, objectId });
}
