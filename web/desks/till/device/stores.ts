import { TillStores, type TillStoresQuery } from '../../../generated/operations';
import { ask } from './network';
import { keep, kept } from './seen-store';

/** A store at whose till somebody may stand, and whether they run it. */
export interface TillStore {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly place: { readonly id: string; readonly name: string; readonly timeZone: string };
  readonly runs: boolean;
}

/** Looks whether the server is there again, by something small; without a network, not at all. */
export async function lookForServer(): Promise<void> {
  if (navigator.onLine) await ask('query', TillStores, {});
}

/** The stores of a person's roles; without a network, those of the last time. */
export async function readStores(personId: string): Promise<readonly TillStore[] | null> {
  const { data, error } = await ask('query', TillStores, {});
  if (error) {
    if (!error.networkError) throw error;
    return (await kept('stores', personId))?.stores ?? null;
  }
  const stores = storesOf(data);
  await keep('stores', { personId, stores });
  return stores;
}

function storesOf({ me }: TillStoresQuery): TillStore[] {
  const found = new Map<string, TillStore>();
  for (const { role, organisation } of me?.roles ?? []) {
    if (role !== 'CLERK' && role !== 'STOREKEEPER') continue;
    for (const { node } of organisation.stores.edges) {
      const runs = role === 'STOREKEEPER' || found.get(node.id)?.runs === true;
      found.set(node.id, { ...node, runs });
    }
  }
  return [...found.values()];
}
