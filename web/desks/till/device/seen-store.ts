import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { TILL_SEEN } from '../../kit/wipe-device';
import type { Basket } from '../counter/basket';
import type { SeenCustomer } from './customers';
import type { Shelf } from './shelf';
import type { TillStore } from './stores';

/** What the device knows so that a till goes on without a network; wiped at sign-out. */
interface Seen extends DBSchema {
  shelves: { key: string; value: Shelf };
  customers: { key: string; value: SeenCustomer };
  baskets: { key: string; value: Basket };
  stores: { key: string; value: { personId: string; stores: readonly TillStore[] } };
}

type Kept = 'shelves' | 'customers' | 'baskets' | 'stores';

let opened: Promise<IDBPDatabase<Seen>> | null = null;

/** Opens it when it is first asked for, and again after it was wiped. */
function open(): Promise<IDBPDatabase<Seen>> {
  opened ??= openDB<Seen>(TILL_SEEN, 1, {
    upgrade(database) {
      database.createObjectStore('shelves', { keyPath: 'storeId' });
      database.createObjectStore('customers', { keyPath: 'id' });
      database.createObjectStore('baskets', { keyPath: 'storeId' });
      database.createObjectStore('stores', { keyPath: 'personId' });
    },
    // Whoever wipes it must not wait for us.
    blocking: (_current, _blocked, event) => {
      opened = null;
      (event.target as IDBDatabase).close();
    },
    terminated: () => {
      opened = null;
    },
  });
  return opened;
}

export const keep = async <Name extends Kept>(name: Name, value: Seen[Name]['value']) => {
  await (await open()).put(name, value);
};

export const kept = async <Name extends Kept>(name: Name, key: string) =>
  await (await open()).get(name, key);

export const keptAll = async <Name extends Kept>(name: Name) => await (await open()).getAll(name);

export const forget = async (name: Kept, key: string) => {
  await (await open()).delete(name, key);
};
