import type { DataSource } from 'typeorm';
import { dayOf } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import { inUnitOfWork, type UnitOfWork } from '../kernel/unit-of-work';
import {
  ask,
  ProcessorFailed,
  ProcessorRefused,
  processorOf,
  type Processor,
} from '../payments/processor';
import { needPlace } from '../society/place.reader';
import { cancelSubscription } from './cancel-subscription';
import { closePages } from './close-pages';
import { convergePledge } from './converge-pledge';
import { dayToCome } from './month-after';
import { PledgeRow } from './pledge.entity';
import { firstDonationOf, lockPledge, needPledgeByToken, pledgeById } from './pledge.reader';
import { tellPledgeEnded } from './tell-pledge';

export interface ChangePledge {
  /** The word in the giver's link. */
  readonly pledgeToken: string;
}

type Wanted = 'active' | 'paused' | 'cancelled';

/** From which states a giver may go where. */
const FROM: Readonly<Record<Wanted, readonly PledgeRow['state'][]>> = {
  paused: ['active', 'past_due'],
  active: ['paused'],
  cancelled: ['starting', 'active', 'paused', 'past_due'],
};

/**
 * A giver pauses a monthly gift: nothing is taken, nobody reminded, until it goes on. Refuses:
 * `TOKEN_UNKNOWN`, `PLEDGE_NOT_RUNNING`, `PLEDGE_CANCELLED`, `PROCESSOR_UNREACHABLE`.
 */
export async function pausePledge(work: UnitOfWork, input: ChangePledge): Promise<PledgeRow> {
  return await change(work, input, 'paused');
}

/**
 * A giver lets a paused monthly gift go on. Refuses: `TOKEN_UNKNOWN`, `PLEDGE_NOT_PAUSED`,
 * `PLEDGE_CANCELLED`, `PROCESSOR_UNREACHABLE`.
 */
export async function resumePledge(work: UnitOfWork, input: ChangePledge): Promise<PledgeRow> {
  return await change(work, input, 'active');
}

/**
 * A giver ends a monthly gift, for good and at once; what was given stays. Asked again, it is the
 * same. Refuses: `TOKEN_UNKNOWN`, `PROCESSOR_UNREACHABLE`.
 */
export async function cancelPledge(work: UnitOfWork, input: ChangePledge): Promise<PledgeRow> {
  return await change(work, input, 'cancelled');
}

async function change(work: UnitOfWork, input: ChangePledge, to: Wanted): Promise<PledgeRow> {
  const pledge = await needPledgeByToken(work, input.pledgeToken, ['pledgeToken']);
  if (pledge.state === to) return pledge;
  refuseFrom(pledge, to);
  await tellProcessor(work, pledge, to);
  await inUnitOfWork(work.source, work.actor, (own) => write(own, pledge, to), work.now);
  return await reread(work.source, pledge);
}

function refuseFrom({ state }: PledgeRow, to: Wanted): void {
  if (FROM[to].includes(state)) return;
  if (state === 'cancelled') throw new Refusal('PLEDGE_CANCELLED', {}, ['pledgeToken']);
  const code = to === 'active' ? 'PLEDGE_NOT_PAUSED' : 'PLEDGE_NOT_RUNNING';
  throw new Refusal(code, {}, ['pledgeToken']);
}

/** The same calls any number of times: the processor ends where the giver wants it. */
async function tellProcessor(work: UnitOfWork, pledge: PledgeRow, to: Wanted): Promise<void> {
  const processor = processorOf(work.source);
  try {
    if (to === 'cancelled') await end(work, processor, pledge);
    else await pause(processor, pledge, to === 'paused' ? { behavior: 'void' } : '');
  } catch (error) {
    if (error instanceof ProcessorFailed) throw new Refusal('PROCESSOR_UNREACHABLE');
    if (!(error instanceof ProcessorRefused)) throw error;
    // It has ended there already, and here as well once it is looked at.
    await convergePledge(work.source, processor, pledge, work.now);
    throw new Refusal('PLEDGE_CANCELLED', {}, ['pledgeToken']);
  }
}

async function pause(
  { stripe }: Processor,
  { subscriptionId }: PledgeRow,
  pause_collection: { behavior: 'void' } | '',
): Promise<void> {
  if (!subscriptionId) return;
  await ask('subscription', () =>
    stripe.subscriptions.update(subscriptionId, { pause_collection }),
  );
}

/** One that has not begun may begin on the page that is still open: that is closed first. */
async function end(work: UnitOfWork, processor: Processor, pledge: PledgeRow): Promise<void> {
  const { source, now } = work;
  if (pledge.state === 'starting') {
    const id = await firstDonationOf(source.manager, pledge);
    await closePages(source, processor, { communityId: pledge.communityId, id }, now);
  }
  await cancelSubscription(processor, await reread(source, pledge));
}

async function write(work: UnitOfWork, ref: PledgeRow, to: Wanted): Promise<void> {
  const pledge = await lockPledge(work, ref);
  if (pledge.state === 'cancelled') return;
  const { communityId, id } = pledge;
  const { timeZone } = await needPlace(work, communityId, []);
  const next = to === 'active' ? dayToCome(dayOf(work.now, timeZone), pledge.anchorDay) : null;
  await work.db.update(
    PledgeRow,
    { communityId, id },
    {
      state: to,
      cancelledAt: to === 'cancelled' ? work.now : null,
      nextLookOn: pledge.way === 'card' && to !== 'cancelled' ? pledge.nextLookOn : next,
    },
  );
  if (to === 'cancelled') await tellPledgeEnded(work, pledge, 'asked');
}

async function reread(source: DataSource, { communityId, id }: PledgeRow): Promise<PledgeRow> {
  const [row] = await pledgeById.read(source.manager, communityId, [id]);
  if (!row) throw new Error(`The pledge ${id} is gone`);
  return row;
}
