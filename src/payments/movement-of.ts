import type { DataSource } from 'typeorm';
import type { BalanceTransactionRow } from './balance-transaction.entity';
import { ProcessorFailed, ProcessorRefused, type Processor } from './processor';
import type { ProcessorObjectRow } from './processor-object.entity';
import { objectById } from './processor-object.reader';
import type { LookAt } from './work-off-events';

/** A payment as it arrives. */
const OF_PAYMENTS = ['charge', 'payment'];

/**
 * The movement that a transaction settles; null: none of ours, as far as anybody can tell. A
 * payment moves once; of a refund or a dispute the transaction may be the first that we hear of its
 * next step, so it is looked at.
 */
export async function movementOf(
  source: DataSource,
  processor: Processor,
  lookAt: LookAt,
  { type, sourceId }: Pick<BalanceTransactionRow, 'type' | 'sourceId'>,
  now: Date,
): Promise<ProcessorObjectRow | null | 'later'> {
  if (!sourceId) return null;
  const known = await objectById(source.manager, sourceId);
  if (known?.paymentId && OF_PAYMENTS.includes(type)) return known;
  try {
    if ((await lookAt(source, processor, sourceId, now)) === 'unknown') return null;
  } catch (error) {
    if (error instanceof ProcessorRefused) return known?.paymentId ? known : null;
    if (error instanceof ProcessorFailed) return 'later';
    throw error;
  }
  const found = await objectById(source.manager, sourceId);
  return found?.paymentId ? found : 'later';
}
