import type { DataSource } from 'typeorm';
import { SYSTEM } from '../kernel/actor';
import { inUnitOfWork } from '../kernel/unit-of-work';
import { ProcessorFailed, ProcessorRefused } from './processor';
import { raiseTask } from './raise-task';

/** What a piece of work is about, for whoever has to look at it. */
export interface About {
  readonly communityId: string;
  /** The donation, the pledge, the refund. */
  readonly id: string;
}

/**
 * Does one of many pieces of work, so that none holds up the others: where the processor did not
 * answer or would not, it comes round again; anything else is our own fault and raises a task.
 * Returns whether it was done.
 */
export async function alone(
  source: DataSource,
  about: About,
  now: Date,
  act: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof ProcessorFailed || error instanceof ProcessorRefused) return false;
    const note = error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : '';
    const { communityId, id: objectId } = about;
    const task = { communityId, kind: 'gave_up', objectId, note } as const;
    await inUnitOfWork(source, SYSTEM, (work) => raiseTask(work, task), now);
    return false;
  }
}
