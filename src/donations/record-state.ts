import type { UnitOfWork } from '../kernel/unit-of-work';
import { AttemptRow } from './attempt.entity';
import { DonationRow } from './donation.entity';
import { attemptsOf } from './donation.reader';
import { goneBackOf, isUndecided, paymentsOfDonation } from './gift-payment.reader';
import { tellFailure } from './thank-giver';
import type { SeenAttempt, Truth } from './truth';

/** How far along each state is: what is read late never takes a step back. */
const RANK: Record<AttemptRow['state'], number> = {
  created: 0,
  open: 1,
  processing: 2,
  failed: 3,
  expired: 3,
  paid: 4,
};

/** Writes down the states of attempts, and what they and the payments make of the donation. */
export async function recordState(
  work: UnitOfWork,
  donation: DonationRow,
  truth: Truth,
): Promise<void> {
  const attempts = await attemptsOf(work.db, donation);
  const undecided = await isUndecided(work.db, donation);
  for (const attempt of attempts) {
    const seen = truth.attempts.find(({ sessionId }) => sessionId === attempt.sessionId);
    if (seen) await writeAttempt(work, attempt, seen, undecided);
  }
  const states = attempts.map((attempt) => {
    const seen = truth.attempts.find(({ sessionId }) => sessionId === attempt.sessionId);
    return seen && RANK[seen.state] > RANK[attempt.state] ? seen.state : attempt.state;
  });
  await writeDonation(work, donation, states);
}

async function writeAttempt(
  work: UnitOfWork,
  attempt: AttemptRow,
  { state }: SeenAttempt,
  undecided: boolean,
): Promise<void> {
  const { communityId, id } = attempt;
  const next = RANK[state] > RANK[attempt.state] ? state : attempt.state;
  const nextCheckAt =
    next === 'paid' && undecided
      ? new Date(work.now.getTime() + UNDECIDED_MS)
      : nextCheck(work.now, attempt, next);
  if (next === attempt.state && isSame(nextCheckAt, attempt.nextCheckAt)) return;
  await work.db.update(AttemptRow, { communityId, id }, { state: next, nextCheckAt });
}

/** Most looks find what is known: then no row is written anew. */
const isSame = (one: Date | null, other: Date | null) => one?.getTime() === other?.getTime();

const EVERY_MS = 5 * 60_000;
const FOR_MS = 48 * 3600_000;
/** A dispute that is lost, and a refund that fails late, move no money that would tell of it. */
const UNDECIDED_MS = 6 * 3600_000;

/**
 * When the sweep looks at an attempt again: every five minutes for two days, then once after it has
 * expired. What is paid is followed by the processor's list of transactions from then on.
 */
function nextCheck(
  now: Date,
  { createdAt, expiresAt }: AttemptRow,
  state: AttemptRow['state'],
): Date | null {
  if (state === 'paid' || state === 'failed') return null;
  const soon = new Date(now.getTime() + EVERY_MS);
  if (soon.getTime() < createdAt.getTime() + FOR_MS && state !== 'expired') return soon;
  const once = new Date(expiresAt.getTime() + EVERY_MS);
  if (state === 'processing') return new Date(now.getTime() + 12 * EVERY_MS);
  return once > now ? once : null;
}

async function writeDonation(
  work: UnitOfWork,
  donation: DonationRow,
  attempts: readonly AttemptRow['state'][],
): Promise<void> {
  const { communityId, id } = donation;
  const payments = await paymentsOfDonation(work.db, donation);
  const gift = payments.find(({ takenAs }) => takenAs === 'gift');
  const { refunded, disputed } = await goneBackOf(work.db, donation, ['gift']);
  const state = gift ? 'paid' : payments.length > 0 ? 'processing' : stateFrom(donation, attempts);
  const paidAt = gift?.paidAt ?? null;
  const known =
    state === donation.state &&
    isSame(paidAt, donation.paidAt) &&
    refunded === BigInt(donation.refundedMinor) &&
    disputed === BigInt(donation.disputedMinor);
  if (known) return;
  const sums = { refundedMinor: refunded.toString(), disputedMinor: disputed.toString() };
  await work.db.update(DonationRow, { communityId, id }, { state, paidAt, ...sums });
  if (state === 'failed' && donation.state !== 'failed') await tellFailure(work, donation);
}

/** Where nothing is paid, the latest attempt tells; a giver who cancelled stays cancelled. */
function stateFrom(
  { state }: DonationRow,
  attempts: readonly AttemptRow['state'][],
): DonationRow['state'] {
  const last = attempts.at(-1) ?? 'created';
  if (attempts.includes('processing')) return 'processing';
  if (state === 'cancelled' && last !== 'paid') return 'cancelled';
  return last === 'paid' ? 'processing' : last;
}
