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
  return {
    write: () => {
      const changed = takeChanged();
      if (!keeping || changed.length === 0) return last;
      const next = last.then(() => keeping.keep(changed));
      last = next.catch(() => undefined);
      return next;
    },
    settled: () => last,
  };
}
