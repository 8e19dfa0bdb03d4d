import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { converge } from '../../donations/converge';
import type { DonationRow } from '../../donations/donation.entity';
import { donationById } from '../../donations/donation.reader';
import { ProcessorFailed, ProcessorRefused, type Processor } from '../../payments/processor';

/** A giver who is back waits for so long; what takes longer is recorded behind their back. */
const WITHIN_MS = 3000;

/**
 * Looks at what the processor says of a gift. Null where it has not answered in time; it may still
 * be heard of, and the sweep looks again by itself.
 */
export async function lookSoon(
  source: DataSource,
  processor: Processor,
  donation: DonationRow,
): Promise<DonationRow | null> {
  const { communityId, id } = donation;
  const looked = converge(source, processor, donation, new Date()).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ProcessorFailed || error instanceof ProcessorRefused) return false;
      throw error;
    },
  );
  const late = pause(WITHIN_MS, false, { ref: false });
  // One that fails after all has nobody left to tell.
  looked.catch(() => undefined);
  if (!(await Promise.race([looked, late]))) return null;
  const [row] = await donationById.read(source.manager, communityId, [id]);
  return row ?? null;
}
