import { ask, ProcessorRefused, type Processor } from '../payments/processor';
import type { PledgeRow } from './pledge.entity';

/**
 * Ends at the processor what a pledge takes by itself, if there is such; one that has ended already
 * is as it should be.
 */
export async function cancelSubscription(
  { stripe }: Processor,
  { id, subscriptionId }: Pick<PledgeRow, 'id' | 'subscriptionId'>,
): Promise<void> {
  if (!subscriptionId) return;
  const once = { idempotencyKey: `pledge:${id}:cancel` };
  try {
    await ask('subscription', () => stripe.subscriptions.cancel(subscriptionId, {}, once));
  } catch (error) {
    if (!(error instanceof ProcessorRefused)) throw error;
  }
}
