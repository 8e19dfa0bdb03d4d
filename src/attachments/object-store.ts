import type { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { Refusal } from '../kernel/refusal';

/**
 * Where bytes lie. A key is made by us (`<community>/<hash>`), never by whoever uploads; what lies
 * under it is always the same bytes, so that writing twice is harmless.
 */
export interface ObjectStore {
  /** Writes an object whole or not at all; once it returns, the object outlives a power cut. */
  put(key: string, bytes: Buffer, type: string): Promise<void>;
  /** An object's bytes as they come, or null where there is none. */
  open(key: string): Promise<Readable | null>;
  /** Removes an object; one that is not there is gone already. */
  remove(key: string): Promise<void>;
}

/** It did not answer, or said no: the same may be asked again later. */
export class StoreFailed extends Error {}

const CONNECTED = new WeakMap<DataSource, ObjectStore>();

/** Lets the commands on a data source keep files. */
export function connectStore(source: DataSource, store: ObjectStore): void {
  CONNECTED.set(source, store);
}

/** The store that was connected, or null: files are not taken then. */
export function connectedStore(source: DataSource): ObjectStore | null {
  return CONNECTED.get(source) ?? null;
}

/** The store that was connected; where there is none: `STORAGE_UNAVAILABLE`. */
export function storeOf(source: DataSource): ObjectStore {
  const store = connectedStore(source);
  if (!store) throw new Refusal('STORAGE_UNAVAILABLE');
  return store;
}

/** Community by community: whether an object is still needed is asked of one set of books. */
export function keyOf(communityId: string, sha256: string): string {
  return `${communityId}/${sha256}`;
}
