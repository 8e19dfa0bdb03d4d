import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { inUnitOfWork, type UnitOfWork } from '../kernel/unit-of-work';
import type { Language } from './say';

/**
 * Reads many rows of one community by their keys, in one statement. `V` for each key, in any order;
 * `keyOf` tells which row answers which key.
 */
export interface Batch<V> {
  readonly read: (
    db: EntityManager,
    communityId: string,
    keys: readonly string[],
  ) => Promise<readonly V[]>;
  readonly keyOf: (value: V) => string;
}

/** Like Batch, for keys that have several rows each: a list per key. */
export interface GroupBatch<V> extends Batch<V> {
  readonly many: true;
}

/** How a browser's session is kept: set or cleared by sign-in and sign-out. */
export interface SessionCookie {
  set(token: string, expiresAt: Date): void;
  clear(): void;
}

/** One request: who asks, in which language, and loaders that batch what it reads. */
export class Context {
  private readonly loaders = new Map<object, Map<string, DataLoader<string, unknown>>>();

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
    },
    readonly now: Date = new Date(),
  ) {}

  get db(): EntityManager {
    return this.source.manager;
  }

  /** One row by key, batched with all others of this moment; null where there is none. */
  async load<V>(batch: Batch<V>, communityId: string, key: string): Promise<V | null> {
    const loader = this.loader(batch, communityId, async (keys) => {
      const rows = await batch.read(this.db, communityId, keys);
      const byKey = new Map(rows.map((row) => [batch.keyOf(row), row]));
      return keys.map((each) => byKey.get(each) ?? null);
    });
    return (await loader.load(key)) as V | null;
  }

  /** The rows of a key, batched with all others of this moment. */
  async loadMany<V>(batch: GroupBatch<V>, communityId: string, key: string): Promise<V[]> {
    const loader = this.loader(batch, communityId, async (keys) => {
      const rows = await batch.read(this.db, communityId, keys);
      const byKey = new Map<string, V[]>();
      for (const row of rows) {
        const list = byKey.get(batch.keyOf(row));
        if (list) list.push(row);
        else byKey.set(batch.keyOf(row), [row]);
      }
      return keys.map((each) => byKey.get(each) ?? []);
    });
    return (await loader.load(key)) as V[];
  }

  /** Runs a command as whoever asks; what was loaded before it is forgotten. */
  async run<T>(command: (work: UnitOfWork) => Promise<T>): Promise<T> {
    const result = await inUnitOfWork(this.source, this.actor, command, this.now);
    this.loaders.clear();
    return result;
  }

  private loader(
    batch: object,
    communityId: string,
    read: (keys: readonly string[]) => Promise<unknown[]>,
  ): DataLoader<string, unknown> {
    let byCommunity = this.loaders.get(batch);
    if (!byCommunity) this.loaders.set(batch, (byCommunity = new Map()));
    let loader = byCommunity.get(communityId);
    if (!loader) byCommunity.set(communityId, (loader = new DataLoader(read)));
    return loader;
  }
}

/** The community argument for loaders of city-wide rows: people, places, organisations. */
export const CITY = '00000000-0000-0000-0000-000000000000';
