import Stripe from 'stripe';
import type { DataSource } from 'typeorm';
import { SYSTEM } from '../kernel/actor';
import { inUnitOfWork, type UnitOfWork } from '../kernel/unit-of-work';
import type { Processor } from './processor';
import { cityBooks, raiseTask } from './raise-task';

/** `refused`: not from the processor, or of another world than ours; nothing was kept. */
export type Received = 'received' | 'known' | 'refused';

/** A signature may be this old; a stolen event is of no use afterwards. */
const TOLERANCE_S = 300;

/**
 * Takes an event in: verified by its signature over the very bytes that came, then one row, so that
 * it is answered at once and worked off afterwards. An event is a trigger and never a fact: only
 * its id and what it is about are kept, no payload. The same event is taken in once.
 *
 * One of another mode (test, real) is refused with a task for the city; one made for another
 * version of the API is taken, with a task, as nothing in it is read but an id.
 */
export async function receiveEvent(
  source: DataSource,
  processor: Processor,
  raw: Buffer,
  signature: string,
): Promise<Received> {
  const event = verified(processor, raw, signature);
  if (!event) return 'refused';
  return await inUnitOfWork(source, SYSTEM, async (work) => {
    if (event.livemode !== processor.livemode) {
      await raise(work, 'other_mode', event.id);
      return 'refused';
    }
    if (event.version !== Stripe.API_VERSION) await raise(work, 'other_version', event.version);
    return await keep(work, event);
  });
}

interface ReadEvent {
  readonly id: string;
  readonly type: string;
  readonly objectId: string;
  readonly version: string;
  readonly livemode: boolean;
  readonly happenedAt: Date;
}

function verified(processor: Processor, raw: Buffer, signature: string): ReadEvent | null {
  let event: Stripe.Event | null;
  try {
    const { webhooks } = processor.stripe;
    event = webhooks.constructEvent(raw, signature, processor.webhookSecret, TOLERANCE_S);
  } catch {
    return null;
  }
  const object = event?.data?.object as { id?: unknown } | undefined;
  if (typeof event?.id !== 'string' || typeof event.type !== 'string') return null;
  return {
    id: event.id,
    type: event.type,
    objectId: typeof object?.id === 'string' ? object.id : '',
    version: event.api_version ?? 'none',
    livemode: event.livemode,
    happenedAt: new Date(event.created * 1000),
  };
}

async function raise(work: UnitOfWork, kind: 'other_mode' | 'other_version', objectId: string) {
  await raiseTask(work, { communityId: await cityBooks(work.db), kind, objectId });
}

async function keep(work: UnitOfWork, event: ReadEvent): Promise<Received> {
  const kept: unknown[] = await work.db.query(
    `insert into processor_event (id, type, object_id, happened_at, received_at, state, tries,
       next_try_at)
     values ($1, $2, $3, $4, $5, 'waiting', 0, $5) on conflict (id) do nothing returning id`,
    [event.id, event.type, event.objectId, event.happenedAt, work.now],
  );
  return kept.length > 0 ? 'received' : 'known';
}
