import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient, QueryConfig } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Actor } from './actor';
import { gather, type Batch } from './gather';

/** What a resolution opens: one act with one input, for whoever executes it, and nothing else. */
export interface Mandate {
  readonly resolutionId: string;
  /** The fingerprint of the act, by its mutation's name, with the input that was voted on. */
  readonly opens: Buffer;
}

/**
 * One command's work for one actor at one moment: all of it happens or none.
 *
 * It opens a transaction only when `begin()` asks for one. A command whose only write is its ledger
 * entry never does: its reads are single statements, and its posting goes through the lane.
 */
export class UnitOfWork {
  private runner: QueryRunner | null = null;

  /** What a resolution has opened for the act that is being done. */
  mandate: Mandate | null = null;

  constructor(
    readonly source: DataSource,
    readonly actor: Actor,
    /** The moment this work is done at; passed into SQL instead of `now()` (scaling rule 6). */
    readonly now: Date = new Date(),
  ) {}

  /** Reads and writes: inside the transaction once it is open, on the pool before. */
  get db(): EntityManager {
    return this.runner?.manager ?? this.source.manager;
  }

  /** Whether its transaction has been opened: what is written now stands or falls with the rest. */
  get isOpen(): boolean {
    return this.runner !== null;
  }

  /**
   * Opens the transaction; what follows commits or rolls back together. Asking twice is harmless.
   */
  async begin(): Promise<EntityManager> {
    if (!this.runner) {
      const runner = this.source.createQueryRunner();
      this.runner = runner;
      await runner.startTransaction();
    }
    return this.runner.manager;
  }

  /** A row by its key: inside the open transaction, or together with whoever else asks (gather). */
  async row<V>(batch: Batch<V>, communityId: string, key: string): Promise<V | null> {
    return (await this.rows(batch, communityId, [key]))[0] ?? null;
  }

  /** The rows of some keys, in any order. */
  async rows<V>(batch: Batch<V>, communityId: string, keys: readonly string[]): Promise<V[]> {
    const read = this.isOpen
      ? await batch.read(this.db, communityId, keys)
      : await gather(this.source, batch, communityId, keys);
    const asked = new Set(keys);
    return read.filter((row) => asked.has(batch.keyOf(row)));
  }

  /** Runs a named prepared statement: the money path's way around the ORM. */
  async prepared<Row>(query: QueryConfig): Promise<Row[]> {
    const pool = (this.source.driver as unknown as { master: Pool }).master;
    const client = this.runner ? ((await this.runner.connect()) as PoolClient) : pool;
    return (await client.query(query)).rows as Row[];
  }

  async commit(): Promise<void> {
    if (this.runner) await this.runner.commitTransaction();
  }

  /** Never fails: where the connection has died, PostgreSQL has rolled back by itself. */
  async rollback(): Promise<void> {
    const { runner } = this;
    if (!runner?.isTransactionActive || runner.isReleased) return;
    await runner.rollbackTransaction().catch(() => undefined);
  }

  async release(): Promise<void> {
    await this.runner?.release();
    this.runner = null;
  }
}

/**
 * SQLSTATEs after which the same work may succeed: a deadlock's victim, and a unique value (an
 * idempotency key) that another work took in the same moment; the next try finds it standing.
 */
const MEANWHILE = ['40P01', '23505'];
const TRIES = 4;

/** An equal request was recorded in this moment: the work is done again, and finds it. */
export const doneMeanwhile = () => Object.assign(new Error('Done meanwhile'), { code: '23505' });

/** The victim lets the other one through before it comes again, or they meet once more. */
const WAIT_MS = 10;

/**
 * Runs a command in a unit of work: commits when it returns, rolls back when it throws. Where
 * another work came between (a deadlock, a key taken meanwhile), it is done again from the start.
 */
export async function inUnitOfWork<T>(
  source: DataSource,
  actor: Actor,
  command: (work: UnitOfWork) => Promise<T>,
  now?: Date,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const work = new UnitOfWork(source, actor, now);
    try {
      const result = await command(work);
      await work.commit();
      return result;
    } catch (error) {
      await work.rollback();
      const { code = '' } = error as { code?: string };
      if (!MEANWHILE.includes(code) || tries === TRIES) throw error;
      await pause(Math.random() * tries * WAIT_MS);
    } finally {
      await work.release();
    }
  }
}
