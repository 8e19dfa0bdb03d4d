import type { DataSource } from 'typeorm';
import { ask, ProcessorRefused, type Processor } from '../payments/processor';
import type { TenantRef } from '../kernel/global-id';
import { converge } from './converge';
import { attemptsOf } from './donation.reader';

/** Closes what is open of a gift at the processor; what was paid meanwhile is recorded. */
export async function closePages(
  source: DataSource,
  processor: Processor,
  donation: TenantRef,
  now: Date,
): Promise<void> {
  const { sessions } = processor.stripe.checkout;
  for (const { state, sessionId } of await attemptsOf(source.manager, donation))
    if (state === 'open' && sessionId)
      await ask('checkout.session', () => sessions.expire(sessionId)).catch(unlessRefused);
  await converge(source, processor, donation, now);
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof ProcessorRefused)) throw error;
}
