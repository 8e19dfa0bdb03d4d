/** What this window does at the moment, where the browser has no locks of its own. */
const own = new Set<string>();

/**
 * Browsers have locks at https addresses only, and old ones have none. There, a till goes on with
 * what it knows of this one window.
 */
const has = 'locks' in navigator;

/** Does something under a name, which other windows see as long as it lasts. */
export async function holding<Result>(name: string, act: () => Promise<Result>): Promise<Result> {
  if (has) return await navigator.locks.request(name, act);
  own.add(name);
  return await act().finally(() => own.delete(name));
}

/** Does something unless it is being done already. */
export async function unlessHeld(name: string, act: () => Promise<void>): Promise<void> {
  if (has)
    await navigator.locks.request(name, { ifAvailable: true }, async (lock) => lock && act());
  else if (!own.has(name)) await holding(name, act);
}

/** The names under which something is being done in any window. */
export async function namesHeld(): Promise<ReadonlySet<string | undefined>> {
  if (!has) return own;
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name }) => name));
}

/** Holds a name for as long as this window lives; false where another window does. */
export function holdForLife(name: string, patienceMs: number): Promise<boolean> {
  if (!has) return Promise.resolve(true);
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(patienceMs);
    navigator.locks
      .request(name, { signal }, () => {
        resolve(true);
        return new Promise<never>(() => undefined);
      })
      .catch(() => resolve(false));
  });
}
