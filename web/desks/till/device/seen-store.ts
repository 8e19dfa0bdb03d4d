import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
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

let opened: Promise<IDBPDatabase<Seen>> | null = null;

function forgetOpened(): void {
  opened = null;
}

/** Opens it when it is first asked for, and again after it was wiped or could not be opened. */
async function open(): Promise<IDBPDatabase<Seen>> {
  opened ??= openDB<Seen>(TILL_SEEN, 2, {
    upgrade(database) {
      // It is what was seen last, and can be seen again: no shape of it is worth carrying over.
      for (const name of database.objectStoreNames) database.deleteObjectStore(name);
      database.createObjectStore('shelves', { keyPath: 'storeId' });
      database.createObjectStore('customers', { keyPath: 'id' });
      database.createObjectStore('baskets', { keyPath: 'counter' });
      database.createObjectStore('stores', { keyPath: 'personId' });
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
