import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { TILL_SEEN } from '../../kit/wipe-device';
import type { Basket } from '../counter/basket';
import type { SeenCustomer } from './customers';
import { trying, tryToKeep } from './keeping';
import type { Shelf } from './shelf';
import type { TillStore } from './stores';

/** An open basket, and the counter at which it stands. */
export type KeptBasket = Basket & { readonly counter: string };

/** What the device knows so that a till goes on without a network; wiped at sign-out. */
interface Seen extends DBSchema {
  shelves: { key: string; value: Shelf };
  customers: { key: string; value: SeenCustomer };
  baskets: { key: string; value: KeptBasket };
  stores: { key: string; value: { personId: string; stores: readonly TillStore[] } };
}

type Kept = 'shelves' | 'customers' | 'baskets' | 'stores';
type Change = IDBPTransaction<Seen, Kept[], 'versionchange'>;

let opened: Promise<IDBPDatabase<Seen>> | null = null;

function forgetOpened(): void {
  opened = null;
}

/** Opens it when it is first asked for, and again after it was wiped or could not be opened. */
async function open(): Promise<IDBPDatabase<Seen>> {
  opened ??= openDB<Seen>(TILL_SEEN, 2, {
    upgrade(database, before, _now, change) {
      if (before === 0) makeAll(database);
      else void nameCounters(database, change).catch(() => change.abort());
    },
    // Whoever wipes it must not wait for us.
    blocking: (_current, _blocked, event) => {
      forgetOpened();
      (event.target as IDBDatabase).close();
    },
    terminated: forgetOpened,
  });
  opened.catch(forgetOpened);
  return await opened;
}

function makeAll(database: IDBPDatabase<Seen>): void {
  database.createObjectStore('shelves', { keyPath: 'storeId' });
  database.createObjectStore('customers', { keyPath: 'id' });
  database.createObjectStore('baskets', { keyPath: 'counter' });
  database.createObjectStore('stores', { keyPath: 'personId' });
}

/**
 * At first a store had one counter, and its basket stood under the store: now it stands under that
 * counter. All else stays, for a new version may find no network on its first morning.
 */
async function nameCounters(database: IDBPDatabase<Seen>, change: Change): Promise<void> {
  const open = await change.objectStore('baskets').getAll();
  database.deleteObjectStore('baskets');
  const baskets = database.createObjectStore('baskets', { keyPath: 'counter' });
  for (const basket of open) await baskets.put({ ...basket, counter: `${basket.storeId}/1` });
}

/** Keeps it for when the network is gone; a device that refuses goes on with the network alone. */
export const keep = async <Name extends Kept>(name: Name, value: Seen[Name]['value']) => {
  await tryToKeep(async () => await (await open()).put(name, value));
};

export const kept = async <Name extends Kept>(
  name: Name,
  key: string,
): Promise<Seen[Name]['value'] | undefined> =>
  await trying(async () => await (await open()).get(name, key), undefined);

export const keptAll = async <Name extends Kept>(name: Name): Promise<Seen[Name]['value'][]> =>
  await trying(async () => await (await open()).getAll(name), []);

export const forget = async (name: Kept, key: string) => {
  await trying(async () => await (await open()).delete(name, key), undefined);
};

/** Forgets the baskets of these keys, at whatever counter: what was in them has an answer. */
export async function forgetBaskets(keys: readonly string[]): Promise<void> {
  const open = await keptAll('baskets');
  const answered = open.filter(({ key }) => keys.includes(key));
  await Promise.all(answered.map(({ counter }) => forget('baskets', counter)));
}
