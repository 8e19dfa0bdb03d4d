import { holdForLife } from './locks';
import { inWindow } from './notes';

/** How long a window waits for a counter at which another may stand. */
const PATIENCE_MS = 400;

/** And for its own of before a reload, which a busy machine lets go late. */
const OWN_PATIENCE_MS = 4_000;

/** Which counter this window was, so that after a reload it is the same one. */
const WAS = 'linli.till.counter';

const counters = new Map<string, Promise<string>>();

/**
 * The name of the counter that this window is at a store: two windows of one till are two counters
 * with a basket each. It is held as long as the window lives, however that ends.
 */
export function counterAt(storeId: string): Promise<string> {
  const known = counters.get(storeId) ?? takeCounter(storeId);
  counters.set(storeId, known);
  return known;
}

async function takeCounter(storeId: string): Promise<string> {
  const was = inWindow.read(WAS);
  if (was?.startsWith(`${storeId}/`) && (await hold(was, OWN_PATIENCE_MS))) return was;
  for (let n = 1; ; n += 1) {
    const counter = `${storeId}/${n}`;
    if (counter === was || !(await hold(counter, PATIENCE_MS))) continue;
    inWindow.write(WAS, counter);
    return counter;
  }
}

/** Holds a counter for as long as this window lives; false where another window does. */
const hold = (counter: string, patienceMs: number): Promise<boolean> =>
  holdForLife(`linli-till-counter/${counter}`, patienceMs);
