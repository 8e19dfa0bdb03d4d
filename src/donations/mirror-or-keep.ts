import { draft, record, reverse } from '../bookkeeping/record';
import { GIFTS } from '../bookkeeping/rules/gifts';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { isPoolOpen } from '../foundations/pool.reader';
import type { Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { entriesById } from '../ledger/entry.reader';
import type { DonationRow } from './donation.entity';
import type { GiftPaymentRow } from './gift-payment.entity';
import { withMatchAgain } from './match-again';

/** What was posted; `kept`: it is no mirror, and the gift stays gone from its purpose. */
export interface CameBack {
  readonly entryId: string;
  readonly kept: boolean;
}

/**
 * Posts the mirror of an entry that took a gift back, because it has come back after all. Where the
 * pool has been closed meanwhile there is no purpose to bring it to: the foundation, which bears
 * what is lost, keeps it until somebody decides.
 */
export async function mirrorOrKeep(
  work: UnitOfWork,
  donation: DonationRow,
  payment: GiftPaymentRow,
  entryId: string,
  request: Request,
): Promise<CameBack> {
  const { communityId, poolId } = donation;
  const [entry] = await entriesById(work.db, communityId, [entryId]);
  if (!entry) throw new Error(`The entry ${entryId} is gone`);
  const how = { request, occurredAt: work.now };
  if (payment.takenAs === 'held' || (await isPoolOpen(work, communityId, poolId))) {
    const mirror = () => reverse(work, entry, { ...how, reason: 'came back' });
    const mirrored = await withMatchAgain(work, entry, mirror);
    return { entryId: mirrored.entryId, kept: false };
  }
  const { foundationId, id: donationId } = donation;
  const facts = {
    ...{ foundationId, donationId, paymentId: payment.id },
    held: entry.rule === 'disputeLost',
    amount: amount(currency(payment.currency), takenBy(entry.facts)),
  };
  const [kept] = await record(work, communityId, draft(GIFTS.giftKept, facts, how));
  if (!kept) throw new Error('What came back came to nothing');
  return { entryId: kept.entryId, kept: true };
}

/** How much an entry took back, from its facts. */
function takenBy(facts: unknown): bigint {
  const { parts } = facts as { parts: readonly { amount: { minor: string } }[] };
  return parts.reduce((sum, part) => sum + BigInt(part.amount.minor), 0n);
}
