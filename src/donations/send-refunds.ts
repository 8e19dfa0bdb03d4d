import type { DataSource } from 'typeorm';
import { SYSTEM } from '../kernel/actor';
import { read } from '../kernel/read';
import { inUnitOfWork } from '../kernel/unit-of-work';
import { alone } from '../payments/one-by-one';
import { ask, askAll, ProcessorRefused } from '../payments/processor';
import type { Processor } from '../payments/processor';
import { raiseTask } from '../payments/raise-task';
import { converge } from './converge';
import { GiftRefundRow } from './gift-refund.entity';
import { lockDonation } from './donation.reader';

interface Approved {
  readonly communityId: string;
  readonly id: string;
  readonly donationId: string;
  readonly chargeId: string;
  readonly minor: string;
  readonly checkedAt: Date;
}

/** The processor knows a key for a day; after that a refund is looked for before it is sent. */
const KEY_LIVES_MS = 23 * 3600_000;

/**
 * Sends the refunds that were approved, and records what comes of them. The decision was committed
 * first; the key makes one refund of any number of calls. Returns how many could not be sent yet.
 */
export async function sendRefunds(
  source: DataSource,
  processor: Processor,
  now: Date,
): Promise<number> {
  let failed = 0;
  for (const refund of await approved(source, processor))
    if (!(await alone(source, refund, now, () => send(source, processor, refund, now))))
      failed += 1;
  return failed;
}

async function approved(source: DataSource, { provider }: Processor): Promise<Approved[]> {
  return await read<Approved>(
    source.manager,
    `-- every community: the worker is the city's
     select refund.community_id "communityId", refund.id, refund.donation_id "donationId",
       payment.charge_id "chargeId", refund.minor, refund.checked_at "checkedAt"
     from gift_refund refund
     join gift_payment payment on payment.community_id = refund.community_id
       and payment.id = refund.payment_id
     join donation on donation.community_id = refund.community_id
       and donation.id = refund.donation_id and donation.provider = $1
     where refund.state = 'approved' order by refund.id limit 200`,
    [provider],
  );
}

async function send(
  source: DataSource,
  processor: Processor,
  refund: Approved,
  now: Date,
): Promise<void> {
  const { communityId, donationId } = refund;
  const late = now.getTime() - refund.checkedAt.getTime() > KEY_LIVES_MS;
  try {
    if (!late || !(await isThere(processor, refund))) await create(processor, refund);
  } catch (error) {
    if (!(error instanceof ProcessorRefused)) throw error;
    return await refuse(source, refund, error, now);
  }
  await converge(source, processor, { communityId, id: donationId }, now);
}

async function isThere({ stripe }: Processor, { id, chargeId }: Approved): Promise<boolean> {
  const refunds = await askAll((page) => stripe.refunds.list({ charge: chargeId, ...page }));
  return refunds.some(({ metadata }) => metadata?.refund === id);
}

async function create({ stripe }: Processor, refund: Approved): Promise<void> {
  const { communityId: community, donationId: donation, id } = refund;
  await ask('refund', () =>
    stripe.refunds.create(
      {
        charge: refund.chargeId,
        amount: Number(refund.minor),
        metadata: { community, donation, refund: id },
      },
      { idempotencyKey: `refund:${id}` },
    ),
  );
}

/** The processor will not: nothing was posted, somebody has to look. */
async function refuse(
  source: DataSource,
  { communityId, donationId, id }: Approved,
  { code }: ProcessorRefused,
  now: Date,
): Promise<void> {
  await inUnitOfWork(
    source,
    SYSTEM,
    async (work) => {
      const donation = await lockDonation(work, { communityId, id: donationId });
      const open = { communityId, id, state: 'approved' } as const;
      await work.db.update(GiftRefundRow, open, { state: 'failed' });
      const { foundationId } = donation;
      const task = { communityId, foundationId, kind: 'refund_failed', objectId: id } as const;
      await raiseTask(work, { ...task, aboutId: donationId, note: code });
    },
    now,
  );
}
