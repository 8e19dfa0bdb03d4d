import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** An exchange that was made here and of which the books have not answered yet. */
export interface Waiting {
  /** Its idempotency key: however often it is sent, it is recorded once. */
  readonly key: string;
  readonly storeId: string;
  /** Who made it; it is sent in their name. */
  readonly personId: string;
  readonly residentId: string;
  readonly occurredAt: string;
  readonly lines: readonly { readonly productId: string; readonly quantity: number }[];
  /** What the till told that it costs, in whole credits. */
  readonly credits: number;
  /** Why it could not be sent, where another try alone does not help. */
  readonly problem?: string | undefined;
}

interface Queue extends DBSchema {
  waiting: { key: string; value: Waiting };
}

let opened: Promise<IDBPDatabase<Queue>> | null = null;

function forgetOpened(): void {
  opened = null;
}

/** Opens it when it is first asked for, and anew where that did not succeed. */
async function open(): Promise<IDBPDatabase<Queue>> {
  opened ??= openDB<Queue>('linli-till-queue', 1, {
    upgrade: (database) => void database.createObjectStore('waiting', { keyPath: 'key' }),
    terminated: forgetOpened,
  });
  opened.catch(forgetOpened);
  return await opened;
}

/** All that waits, in the order in which it happened. */
export async function readQueue(): Promise<readonly Waiting[]> {
  const all = await (await open()).getAll('waiting');
  return all.sort((one, other) => one.occurredAt.localeCompare(other.occurredAt));
}

/** Keeps it, and answers once it is on the disk: after that, a dead battery loses nothing. */
export async function putInQueue(waiting: Waiting): Promise<void> {
  const transaction = (await open()).transaction('waiting', 'readwrite', { durability: 'strict' });
  await transaction.store.put(waiting);
  await transaction.done;
}

/** Notes what stands against one that waits; what has an answer by now does not come back. */
export async function noteInQueue(key: string, problem: string): Promise<void> {
  const transaction = (await open()).transaction('waiting', 'readwrite');
  const waiting = await transaction.store.get(key);
  if (waiting) await transaction.store.put({ ...waiting, problem });
  await transaction.done;
}

export async function takeFromQueue(keys: readonly string[]): Promise<void> {
  const transaction = (await open()).transaction('waiting', 'readwrite');
  await Promise.all(keys.map((key) => transaction.store.delete(key)));
  await transaction.done;
}
