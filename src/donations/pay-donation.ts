import { Refusal } from '../kernel/refusal';
import { inUnitOfWork, type UnitOfWork } from '../kernel/unit-of-work';
import { ProcessorFailed, processorOf } from '../payments/processor';
import { closePages } from './close-pages';
import { DonationRow } from './donation.entity';
import { donationById, lockDonation, needDonationByToken } from './donation.reader';
import { openCheckout, type PayWith, type Started } from './open-checkout';

export interface PayDonation {
  readonly followToken: string;
  readonly payWith?: PayWith | null;
}

/**
 * A giver goes on with a gift that is not paid yet: the page that is open, or a new one where the
 * last has run out or failed. Refuses: `TOKEN_UNKNOWN`, `GIFT_PAID`, `GIFT_CANCELLED`,
 * `GIFT_PROCESSING`, `POOL_CLOSED`, `PAYMENTS_UNAVAILABLE`, `PROCESSOR_UNREACHABLE`,
 * `PROCESSOR_REFUSED`.
 */
export async function payDonation(work: UnitOfWork, input: PayDonation): Promise<Started> {
  const donation = await needDonationByToken(work, input.followToken, ['followToken']);
  return await openCheckout(work, donation, input.payWith ?? null);
}

/**
 * A giver takes back a gift that is not paid: its page is closed. Asked again, it is the same.
 * Refuses: `TOKEN_UNKNOWN`, `GIFT_PAID`, `GIFT_PROCESSING`, `PAYMENTS_UNAVAILABLE`,
 * `PROCESSOR_UNREACHABLE`.
 */
export async function cancelDonation(
  work: UnitOfWork,
  input: Pick<PayDonation, 'followToken'>,
): Promise<DonationRow> {
  const named = await needDonationByToken(work, input.followToken, ['followToken']);
  await close(work, named);
  await inUnitOfWork(work.source, work.actor, async (own) => {
    const { state, communityId, id } = await lockDonation(own, named);
    if (state === 'paid') throw new Refusal('GIFT_PAID', {}, ['followToken']);
    if (state === 'processing') throw new Refusal('GIFT_PROCESSING', {}, ['followToken']);
    await own.db.update(DonationRow, { communityId, id }, { state: 'cancelled' });
  });
  const [row] = await donationById.read(work.source.manager, named.communityId, [named.id]);
  if (!row) throw new Error(`The donation ${named.id} is gone`);
  return row;
}

async function close(work: UnitOfWork, donation: DonationRow): Promise<void> {
  try {
    await closePages(work.source, processorOf(work.source), donation, work.now);
  } catch (error) {
    if (error instanceof ProcessorFailed) throw new Refusal('PROCESSOR_UNREACHABLE');
    throw error;
  }
}
