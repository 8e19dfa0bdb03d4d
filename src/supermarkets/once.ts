import { recordedBefore } from '../bookkeeping/record';
import { Refusal } from '../kernel/refusal';
import type { Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Entry } from '../ledger/entry.reader';

/**
 * Runs an attempt. Where it is refused because an equal request came through in the meantime (and
 * took the last piece, or settled the month), that one's entry is the answer: a repeat is never
 * refused for what it has done itself.
 */
export async function unlessRecorded<T>(
  work: UnitOfWork,
  communityId: string,
  asked: Request,
  { attempt, found }: { attempt: () => Promise<T>; found: (entry: Entry) => Promise<T> | T },
): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const entry = await recordedBefore(work, communityId, asked);
    if (!entry) throw error;
    return await found(entry);
  }
}

/** Where many are asked for at once, one that is refused must not cost the others their answer. */
export async function refusedOr<T>(act: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
