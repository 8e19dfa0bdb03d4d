import { Refusal } from '../../src/kernel/refusal';

/** The refusal that a function throws, or null where it throws none; anything else goes on up. */
export function refusalOf(act: () => unknown): Refusal | null {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return null;
}
