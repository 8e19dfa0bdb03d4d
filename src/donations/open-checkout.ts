import type Stripe from 'stripe';
import { isPoolOpen, poolById } from '../foundations/pool.reader';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { inUnitOfWork, type UnitOfWork } from '../kernel/unit-of-work';
import {
  ask,
  ProcessorFailed,
  ProcessorRefused,
  processorOf,
  type Processor,
} from '../payments/processor';
import { noteObject } from '../payments/processor-object.reader';
import { AttemptRow } from './attempt.entity';
import { checkoutFor } from './checkout-for';
import { closePages } from './close-pages';
import { DonationRow } from './donation.entity';
import { attemptsOf, donationById, lockDonation } from './donation.reader';

export type PayWith = NonNullable<AttemptRow['payWith']>;

/** A gift that was begun, and where to pay it; null where there is nothing left to pay. */
export interface Started {
  readonly donation: DonationRow;
  readonly checkoutUrl: string | null;
}

/** A session at the processor lives a day at most; ours a little less. */
const LIVES_MS = 23.5 * 3600_000;
/** The processor opens no page for less than half an hour. */
const LEAST_MS = 31 * 60_000;
/** How long its answer may be lost before the attempt is given up; keys are known for a day. */
const SWEPT_AFTER_MS = 10 * 60_000;

/**
 * Brings a gift to the processor's checkout: by the attempt that is open, or by a new one, after
 * the last has been closed there, so that of two pages only one can be paid. The attempt is written
 * down before the call and has a key, so that asking again after a lost answer finds the same page.
 *
 * Refuses: `GIFT_PAID`, `GIFT_CANCELLED`, `GIFT_PROCESSING`, `POOL_CLOSED`,
 * `PROCESSOR_UNREACHABLE`, `PROCESSOR_REFUSED`.
 */
export async function openCheckout(
  work: UnitOfWork,
  donation: DonationRow,
  payWith: PayWith | null,
): Promise<Started> {
  const processor = processorOf(work.source);
  try {
    const attempt = await nextAttempt(work, processor, donation, payWith);
    const checkoutUrl = attempt.url ?? (await open(work, processor, donation, attempt));
    return { donation: await again(work, donation), checkoutUrl };
  } catch (error) {
    if (error instanceof ProcessorFailed) throw new Refusal('PROCESSOR_UNREACHABLE');
    if (!(error instanceof ProcessorRefused)) throw error;
    await giveUp(work, donation);
    throw new Refusal('PROCESSOR_REFUSED', { reason: error.code });
  }
}

/** An attempt that the processor will not have is over; the next one may be asked otherwise. */
async function giveUp(work: UnitOfWork, donation: DonationRow): Promise<void> {
  await inUnitOfWork(work.source, work.actor, async (own) => {
    const { communityId, id: donationId } = await lockDonation(own, donation);
    const created = { communityId, donationId, state: 'created' } as const;
    await own.db.update(AttemptRow, created, { state: 'failed', nextCheckAt: null });
    const waiting = { communityId, id: donationId, state: 'created' } as const;
    await own.db.update(DonationRow, waiting, { state: 'failed' });
  });
}

async function again(work: UnitOfWork, { communityId, id }: DonationRow): Promise<DonationRow> {
  const [row] = await donationById.read(work.source.manager, communityId, [id]);
  if (!row) throw new Error(`The donation ${id} is gone`);
  return row;
}

/** The attempt to pay by: the last one while it can be paid, else a new one. */
async function nextAttempt(
  work: UnitOfWork,
  processor: Processor,
  donation: DonationRow,
  payWith: PayWith | null,
): Promise<AttemptRow> {
  const last = (await attemptsOf(work.source.manager, donation)).at(-1);
  if (last && last.state !== 'created' && isRipe(last, work.now))
    await closePages(work.source, processor, donation, work.now);
  const now = work.now;
  return await inUnitOfWork(
    work.source,
    work.actor,
    async (own) => {
      const row = await lockDonation(own, donation);
      refuseDone(row);
      await refuseClosed(own, row);
      const current = (await attemptsOf(own.db, row)).at(-1);
      if (current && isOpen(current, now)) return current;
      return await newAttempt(own, row, (current?.number ?? 0) + 1, payWith);
    },
    now,
  );
}

/** One that is not known at the processor yet has to leave the giver some time there. */
const isOpen = ({ state, expiresAt }: AttemptRow, now: Date) =>
  (state === 'open' && expiresAt > now) ||
  (state === 'created' && expiresAt.getTime() - LEAST_MS > now.getTime());

/** One that has run out on our clock may still be open on the processor's. */
const isRipe = (attempt: AttemptRow, now: Date) =>
  attempt.state === 'open' && !isOpen(attempt, now);

function refuseDone({ state }: DonationRow): void {
  if (state === 'paid') throw new Refusal('GIFT_PAID');
  if (state === 'cancelled') throw new Refusal('GIFT_CANCELLED');
  if (state === 'processing') throw new Refusal('GIFT_PROCESSING');
}

/** Nothing is paid to a pool that was closed meanwhile, on a page that is open neither. */
async function refuseClosed(work: UnitOfWork, { communityId, poolId }: DonationRow) {
  if (await isPoolOpen(work, communityId, poolId)) return;
  const [pool] = await poolById.read(work.db, communityId, [poolId]);
  throw new Refusal('POOL_CLOSED', { pool: pool?.name ?? '' });
}

async function newAttempt(
  work: UnitOfWork,
  donation: DonationRow,
  number: number,
  payWith: PayWith | null,
): Promise<AttemptRow> {
  const { communityId, id: donationId } = donation;
  const own = { id: newId(), payWith, expiresAt: new Date(work.now.getTime() + LIVES_MS) };
  const row: AttemptRow = {
    ...own,
    ...{ communityId, donationId, number, state: 'created' },
    ...{ sessionId: null, url: null, createdAt: work.now },
    asked: await checkoutFor(work, donation, own),
    nextCheckAt: new Date(work.now.getTime() + SWEPT_AFTER_MS),
  };
  await work.db.insert(AttemptRow, row);
  await work.db.update(DonationRow, { communityId, id: donationId }, { state: 'created' });
  return row;
}

async function open(
  work: UnitOfWork,
  processor: Processor,
  donation: DonationRow,
  attempt: AttemptRow,
): Promise<string> {
  const asked = attempt.asked as Stripe.Checkout.SessionCreateParams | null;
  if (!asked) throw new Error(`The attempt ${attempt.id} asks nothing`);
  const session = await ask('checkout.session', () =>
    processor.stripe.checkout.sessions.create(asked, {
      idempotencyKey: `don:${donation.id}:checkout:${attempt.number}`,
    }),
  );
  refuseOther(session, donation);
  const url = session.url ?? '';
  await inUnitOfWork(
    work.source,
    work.actor,
    (own) => noteSession(own, donation, attempt, session.id, url),
    work.now,
  );
  return url;
}

function refuseOther({ url, ...session }: Stripe.Checkout.Session, donation: DonationRow): void {
  const same =
    session.amount_total === Number(donation.amountMinor) &&
    session.currency?.toUpperCase() === donation.currency;
  if (!url || !same) throw new ProcessorFailed('The processor opened another checkout than asked');
}

async function noteSession(
  work: UnitOfWork,
  donation: DonationRow,
  { communityId, id, state }: AttemptRow,
  sessionId: string,
  url: string,
): Promise<void> {
  await lockDonation(work, donation);
  const owner = { communityId, about: 'donation', aboutId: donation.id } as const;
  await noteObject(work, sessionId, owner);
  const attempt = { communityId, id, state } as const;
  await work.db.update(AttemptRow, attempt, { sessionId, url, state: 'open' });
  const created = { communityId, id: donation.id, state: 'created' } as const;
  await work.db.update(DonationRow, created, { state: 'open' });
}
