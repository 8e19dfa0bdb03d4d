import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { gather, type Batch } from '../kernel/gather';
import { inUnitOfWork, type UnitOfWork } from '../kernel/unit-of-work';
import type { Language } from './say';

export type { Batch };

/** Like Batch, for keys that have several rows each: a list per key. */
export interface GroupBatch<V> extends Batch<V> {
  readonly many: true;
}

/** How a browser's session is kept: set or cleared by sign-in and sign-out. */
export interface SessionCookie {
  set(token: string, expiresAt: Date): void;
  clear(): void;
}

/**
 * Does a command in its unit of work, the n-th of its request; where it was done before, it answers
 * what it answered.
 */
export type Once = <T>(
  work: UnitOfWork,
  command: (work: UnitOfWork) => Promise<T>,
  n: number,
) => Promise<T>;

/** Reads in batches, and remembers what came. */
interface Loader {
  readonly batched: DataLoader<string, unknown>;
  readonly known: Map<string, unknown>;
}

/** One request: who asks, in which language, and loaders that batch what it reads. */
export class Context {
  private readonly loaders = new Map<object, Map<string, Loader>>();

  private once: Once | undefined;

  /** Units of work that this request has begun. */
  private begun = 0;

  constructor(
    readonly source: DataSource,
    readonly actor: Actor,
    readonly language: Language,
    readonly session: {
      /** SHA-256 of the token that this request was signed in with. */
      readonly tokenHash: Buffer | null;
      readonly cookie: SessionCookie;
      /** The caller's network address, for the lock-out on guessing. */
      readonly address: string;
      /** Keeps what is answered with what is done; absent where the request brought no key. */
      readonly once?: Once;
    },
    readonly now: Date = new Date(),
  ) {
    this.once = session.once;
  }

  /** The same request as if nothing had been read for it yet. */
  anew(): Context {
    return new Context(this.source, this.actor, this.language, this.session, this.now);
  }

  get db(): EntityManager {
    return this.source.manager;
  }

  /** One row by key, batched with all others of this moment; null where there is none. */
  load<V>(batch: Batch<V>, communityId: string, key: string): Promise<V | null> {
    return this.loader(batch, communityId).batched.load(key) as Promise<V | null>;
  }

  /** The same, but at once where this request has read the row already. */
  lookUp<V>(batch: Batch<V>, communityId: string, key: string): V | null | Promise<V | null> {
    const { known, batched } = this.loader(batch, communityId);
    const row = known.get(key);
    return (row === undefined ? batched.load(key) : row) as V | null | Promise<V | null>;
  }

  /** The rows of a key, batched with all others of this moment. */
  loadMany<V>(batch: GroupBatch<V>, communityId: string, key: string): Promise<V[]> {
    return this.loader(batch, communityId).batched.load(key) as Promise<V[]>;
  }

  /**
   * The same request, of which no answer is kept: it is recognised by something else, or nothing
   * beside who asks may tell when it was done.
   */
  unkept(): Context {
    return Object.assign(Object.create(this) as Context, { once: undefined });
  }

  /** Runs a command as whoever asks; what was loaded before it is forgotten. */
  async run<T>(command: (work: UnitOfWork) => Promise<T>): Promise<T> {
    const { once, source, actor, now } = this;
    const n = this.begun++;
    const act = once ? (work: UnitOfWork) => once(work, command, n) : command;
    const result = await inUnitOfWork(source, actor, act, now);
    this.loaders.clear();
    return result;
  }

  /** Together with other requests that ask the same at this moment. */
  private async read<V>(batch: Batch<V>, communityId: string, keys: readonly string[]) {
    return batch.ofOneRequest
      ? await batch.read(this.db, communityId, keys)
      : await gather(this.source, batch, communityId, keys);
  }

  private loader<V>(batch: Batch<V>, communityId: string): Loader {
    let byCommunity = this.loaders.get(batch);
    if (!byCommunity) this.loaders.set(batch, (byCommunity = new Map()));
    let loader = byCommunity.get(communityId);
    if (!loader) byCommunity.set(communityId, (loader = this.newLoader(batch, communityId)));
    return loader;
  }

  private newLoader<V>(batch: Batch<V>, communityId: string): Loader {
    const known = new Map<string, unknown>();
    const byKey = 'many' in batch ? listsByKey : rowsByKey;
    const batched = new DataLoader<string, unknown>(async (keys) => {
      const found = byKey(batch, await this.read(batch, communityId, keys));
      return keys.map((key) => {
        const value = found(key);
        known.set(key, value);
        return value;
      });
    });
    return { batched, known };
  }
}

function rowsByKey<V>(batch: Batch<V>, rows: readonly V[]): (key: string) => V | null {
  const byKey = new Map(rows.map((row) => [batch.keyOf(row), row]));
  return (key) => byKey.get(key) ?? null;
}

function listsByKey<V>(batch: Batch<V>, rows: readonly V[]): (key: string) => readonly V[] {
  const byKey = new Map<string, V[]>();
  for (const row of rows) {
    const key = batch.keyOf(row);
    const list = byKey.get(key);
    if (list) list.push(row);
    else byKey.set(key, [row]);
  }
  return (key) => byKey.get(key) ?? [];
}

/** The community argument for loaders of city-wide rows: people, places, organisations. */
export const CITY = '00000000-0000-0000-0000-000000000000';
