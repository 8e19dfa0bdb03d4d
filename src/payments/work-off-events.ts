import type { DataSource } from 'typeorm';
import { SYSTEM } from '../kernel/actor';
import { read } from '../kernel/read';
import { inUnitOfWork, type UnitOfWork } from '../kernel/unit-of-work';
import { afterTries } from './pauses';
import { ProcessorRefused, type Processor } from './processor';
import { cityBooks, raiseTask } from './raise-task';

/**
 * Looks at an object and records what is missing. `unknown`: it is none of ours. `looked` holds
 * what has been looked at since all that one asks for had happened, and need not be again.
 */
export type LookAt = (
  source: DataSource,
  processor: Processor,
  objectId: string,
  now: Date,
  looked?: Set<string>,
) => Promise<'seen' | 'unknown'>;

interface Waiting {
  readonly id: string;
  readonly objectId: string;
  readonly tries: number;
}

/** So often an event is tried, over about two days. */
const MOST_TRIES = 20;

const AT_MOST = 200;
const TAKEN_FOR_MS = 2 * 60_000;

/**
 * Works off the events that wait, oldest first. Of several processes each takes its own; one that
 * is stopped in the middle lets go of its event, and what it had recorded stands. A payment comes
 * with half a dozen events: those that wait together are one look. Returns how many were taken.
 */
export async function workOffEvents(
  source: DataSource,
  processor: Processor,
  lookAt: LookAt,
  now: Date,
): Promise<number> {
  let taken = 0;
  const looked = new Set<string>();
  for (const id of await waiting(source, now)) {
    const event = await take(source, id, now);
    if (!event) continue;
    taken += 1;
    const look = () => lookAt(source, processor, event.objectId, now, looked);
    await workOff(source, event, now, look);
  }
  return taken;
}

async function waiting(source: DataSource, now: Date): Promise<string[]> {
  const rows = await read<{ id: string }>(
    source.manager,
    `select id from processor_event where state = 'waiting' and next_try_at <= $1
     order by next_try_at, id limit $2`,
    [now, AT_MOST],
  );
  return rows.map(({ id }) => id);
}

/**
 * Takes an event for a while: its next try is moved ahead, so that no other process takes it, and
 * that it comes back if this one dies.
 */
async function take(source: DataSource, id: string, now: Date): Promise<Waiting | null> {
  const rows = await read<Waiting>(
    source.manager,
    `update processor_event set tries = tries + 1, next_try_at = $3
     where id = $1 and state = 'waiting' and next_try_at <= $2
     returning id, object_id "objectId", tries`,
    [id, now, new Date(now.getTime() + TAKEN_FOR_MS)],
  );
  return rows[0] ?? null;
}

async function workOff(
  source: DataSource,
  event: Waiting,
  now: Date,
  look: () => Promise<'seen' | 'unknown'>,
): Promise<void> {
  try {
    await look();
    await settle(source, event, 'done', now, null);
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
    const hopeless = error instanceof ProcessorRefused;
    if (!hopeless && event.tries < MOST_TRIES)
      return await settle(source, event, 'waiting', afterTries(now, event.tries), why);
    await inUnitOfWork(source, SYSTEM, (work) => giveUp(work, event, hopeless, why), now);
  }
}

async function giveUp(work: UnitOfWork, event: Waiting, unknown: boolean, why: string) {
  await work.begin();
  const communityId = await cityBooks(work.db);
  const kind = unknown ? 'unknown_object' : 'gave_up';
  await raiseTask(work, { communityId, kind, objectId: event.objectId || event.id, note: why });
  await settle(work.db, event, 'held', work.now, why);
}

async function settle(
  db: { query(text: string, values: unknown[]): Promise<unknown> },
  { id }: Waiting,
  state: 'waiting' | 'done' | 'held',
  nextTryAt: Date,
  lastError: string | null,
): Promise<void> {
  await db.query(
    `update processor_event set state = $2, next_try_at = $3, last_error = $4 where id = $1`,
    [id, state, nextTryAt, lastError],
  );
}
