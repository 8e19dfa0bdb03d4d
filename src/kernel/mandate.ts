import type { Day } from './calendar';
import { fingerprint } from './request';
import type { Mandate, UnitOfWork } from './unit-of-work';

/** The mandate to do an act with an input. */
export function mandateFor(resolutionId: string, act: string, input: unknown): Mandate {
  return { resolutionId, opens: fingerprint(act, input) };
}

/** Whether this work was told by a resolution to do exactly this. */
export function isMandated({ mandate }: UnitOfWork, act: string, input: unknown): boolean {
  return mandate?.opens.equals(fingerprint(act, input)) ?? false;
}

/**
 * From when on something holds: from now where nothing is said, and where a resolution named a
 * moment that has passed until it was executed.
 */
export function momentOf(
  { now }: UnitOfWork,
  given: Date | null | undefined,
  mandated: boolean,
): Date {
  const from = given ?? now;
  return mandated && from < now ? now : from;
}

/** The same of days: none before `first`, where a resolution named one that has passed. */
export function dayNamed(given: Day, first: Day, mandated: boolean): Day {
  return mandated && given < first ? first : given;
}

/** Does one act with a mandate, inside the same work; afterwards the mandate is spent. */
export async function underMandate<T>(
  work: UnitOfWork,
  mandate: Mandate,
  act: (work: UnitOfWork) => Promise<T>,
): Promise<T> {
  work.mandate = mandate;
  try {
    return await act(work);
  } finally {
    work.mandate = null;
  }
}
