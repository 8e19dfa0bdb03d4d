import type { DataSource, EntityManager } from 'typeorm';

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
  /** It was made for one request: nobody else asks it. */
  readonly ofOneRequest?: true;
}

/** So many statements of a kind are under way at most: while they run, the next asks gather. */
const SLOTS = 2;
const MOST_KEYS = 500;

interface Ask {
  readonly keys: readonly string[];
  readonly done: (rows: readonly unknown[]) => void;
  readonly failed: (error: unknown) => void;
}

/** What is asked of one batch for one community, by everybody in this process. */
class Gathering {
  private readonly asks: Ask[] = [];
  private underWay = 0;
  private planned = false;

  constructor(
    private readonly db: EntityManager,
    private readonly batch: Batch<unknown>,
    private readonly communityId: string,
  ) {}

  get isIdle(): boolean {
    return this.asks.length === 0 && this.underWay === 0;
  }

  ask(keys: readonly string[]): Promise<readonly unknown[]> {
    return new Promise((done, failed) => {
      this.asks.push({ keys, done, failed });
      this.plan();
    });
  }

  private plan(): void {
    if (this.planned || this.underWay >= SLOTS || this.asks.length === 0) return;
    this.planned = true;
    setImmediate(() => {
      this.planned = false;
      while (this.underWay < SLOTS && this.asks.length > 0) void this.readNext();
    });
  }

  private async readNext(): Promise<void> {
    const asks = this.take();
    this.underWay += 1;
    await this.readFor(asks);
    this.underWay -= 1;
    this.plan();
  }

  private take(): Ask[] {
    let keys = 0;
    let count = 0;
    for (const ask of this.asks) {
      if (count > 0 && keys + ask.keys.length > MOST_KEYS) break;
      keys += ask.keys.length;
      count += 1;
    }
    return this.asks.splice(0, count);
  }

  private async readFor(asks: readonly Ask[]): Promise<void> {
    try {
      const keys = [...new Set(asks.flatMap((ask) => ask.keys))];
      const rows = await this.batch.read(this.db, this.communityId, keys);
      for (const { done } of asks) done(rows);
    } catch (error) {
      // A key that cannot be read must not cost the others their answer.
      if (asks.length > 1) for (const ask of asks) await this.readFor([ask]);
      else asks[0]?.failed(error);
    }
  }
}

/** A batch that nobody holds any more is forgotten with its source. */
const GATHERINGS = new WeakMap<DataSource, WeakMap<object, Map<string, Gathering>>>();

/**
 * Reads rows outside any transaction, together with whoever else asks the same of the same
 * community at this moment: sixty-four tills are answered by two statements. The rows may answer
 * others' keys as well. What was committed before the call is seen by it, always.
 */
export async function gather<V>(
  source: DataSource,
  batch: Batch<V>,
  communityId: string,
  keys: readonly string[],
): Promise<readonly V[]> {
  const batches = GATHERINGS.get(source) ?? new WeakMap<object, Map<string, Gathering>>();
  GATHERINGS.set(source, batches);
  const communities = batches.get(batch) ?? new Map<string, Gathering>();
  batches.set(batch, communities);
  const known = communities.get(communityId);
  const gathering = known ?? new Gathering(source.manager, batch as Batch<unknown>, communityId);
  if (!known) communities.set(communityId, gathering);
  try {
    return (await gathering.ask(keys)) as readonly V[];
  } finally {
    if (gathering.isIdle) communities.delete(communityId);
  }
}
