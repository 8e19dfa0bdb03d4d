import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { keepingIn, localAddress, setLocalAddress } from '../../payments/keep-local-objects';
import type { Webhook } from '../../payments/stand-in/deliver';
import { startStandIn, type StandIn } from '../../payments/stand-in/start-stand-in';
import type { Log } from '../errors';
import { SessionLock } from './session-lock';

/** Any number that no other program takes on this database; "Linli" on a keypad, and its money. */
const STAND_IN_LOCK = 546_541;

/** How often a process that uses another's stand-in looks whether it has moved or gone. */
const LOOK_EVERY_MS = 3000;
const FIRST_LOOKS = 50;
const FIRST_PAUSE_MS = 100;

export interface LocalProcessor {
  /** Where the stand-in listens. */
  base(): string | null;
  close(): Promise<void>;
}

export interface JoinOptions {
  readonly webhook: Webhook;
  /** Where payers find the payment page. */
  readonly pageUrl?: string;
  /** Called with each address at which the stand-in is to be found from then on. */
  readonly connect: (base: string) => void;
  readonly log: Log;
}

/**
 * Joins the stand-in of a database. There is one, or two worlds would drift apart: the process that
 * holds the lock runs it on the objects that are kept, the others use it where it says it listens,
 * and when it goes, one of them takes over.
 */
export async function joinLocal(
  source: DataSource,
  { webhook, pageUrl, connect, log }: JoinOptions,
): Promise<LocalProcessor> {
  const lock = new SessionLock(source, STAND_IN_LOCK, () => void leave());
  let own: StandIn | null = null;
  let base: string | null = null;
  const use = (found: string | null) => {
    if (found !== null && found !== base) connect(found);
    base = found ?? base;
  };
  const leave = async () => {
    const left = own;
    own = null;
    await left?.close();
  };
  const look = async () => {
    if (own) return;
    if (!(await lock.take())) return use(await localAddress(source));
    own = await startStandIn({
      ...{ webhook, keeping: keepingIn(source) },
      ...(pageUrl === undefined ? {} : { pageUrl }),
    });
    await setLocalAddress(source, own.url);
    use(own.url);
  };
  // The one that holds the lock may not have said yet where it listens.
  for (let looks = 0; looks < FIRST_LOOKS && base === null; looks += 1) {
    if (looks > 0) await pause(FIRST_PAUSE_MS);
    await look();
  }
  const looking = every(LOOK_EVERY_MS, look, (error) =>
    log(`looking for the stand-in failed: ${String(error)}`),
  );
  return {
    base: () => base,
    close: async () => {
      await looking.stop();
      if (own) await setLocalAddress(source, null);
      await leave();
      await lock.release();
    },
  };
}

/** Does something again and again, never twice at once. */
function every(ms: number, act: () => Promise<void>, failed: (error: unknown) => void) {
  const stopped = new AbortController();
  const { signal } = stopped;
  const going = (async () => {
    while (!signal.aborted) {
      await pause(ms, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await act().catch(failed);
    }
  })();
  return {
    stop: async () => {
      stopped.abort();
      await going;
    },
  };
}
