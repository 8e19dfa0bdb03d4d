import type { Keeping, Kept } from './kinds';

/** Brings what changed to where it is kept. */
export interface Writing {
  /** Resolves when all that has changed up to now is kept. */
  write(): Promise<void>;
  settled(): Promise<void>;
}

export function createWriting(keeping: Keeping | undefined, takeChanged: () => Kept[]): Writing {
  // One after the other, so that an older state never overtakes a newer one.
  let last: Promise<void> = Promise.resolve();
  let waiting: Kept[] = [];
  const writeWaiting = async () => {
    const batch = waiting;
    waiting = [];
    if (!keeping || batch.length === 0) return;
    try {
      await keeping.keep(batch);
    } catch (error) {
      // It is not lost: the next write brings it along.
      waiting = [...batch, ...waiting];
      throw error;
    }
  };
  return {
    write: () => {
      waiting.push(...takeChanged());
      const next = last.then(writeWaiting);
      last = next.catch(() => undefined);
      return next;
    },
    settled: () => last,
  };
}
