import { Client, type QueryConfig } from 'pg';

/** pg has these, its types do not. */
type Counted = Client & Record<'ref' | 'unref', () => void>;

/**
 * What is posted is planned once in a session, maybe on empty tables: no way is left that would be
 * wrong on full ones (`post_walked` has the same settings of its own).
 */
const PLANNED = [
  ...['plan_cache_mode=force_generic_plan', 'jit=off', 'cpu_index_tuple_cost=1000000'],
  ...['enable_seqscan=off', 'enable_bitmapscan=off', 'enable_hashjoin=off', 'enable_mergejoin=off'],
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

/** A lane's own connection: opened when it is needed, and again after it was lost. */
export class LaneSession {
  private opening: Promise<Counted> | null = null;
  private running = 0;

  constructor(
    private readonly url: string,
    private readonly lost: () => void,
  ) {}

  /**
   * Runs a statement behind those under way, without waiting for them; returns once it is committed
   * and on disk. While nothing runs, the connection keeps no process alive.
   */
  async run<Row>(query: QueryConfig): Promise<Row[]> {
    this.opening ??= this.open();
    const client = await this.opening;
    if (this.running === 0) client.ref();
    this.running += 1;
    try {
      return (await client.query(query)).rows as Row[];
    } finally {
      this.running -= 1;
      if (this.running === 0) client.unref();
    }
  }

  async end(): Promise<void> {
    const client = await this.opening?.catch(() => null);
    this.opening = null;
    await client?.end();
  }

  private async open(): Promise<Counted> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'linli lane',
      options: PLANNED,
      pipeline: true,
      keepAlive: true,
    }) as Counted;
    const forget = () => {
      this.opening = null;
      this.lost();
    };
    // PostgreSQL has gone away: what was under way fails by itself, the next statement reconnects.
    client.on('error', forget);
    client.on('end', forget);
    try {
      await client.connect();
      return client;
    } catch (error) {
      forget();
      throw error;
    }
  }
}
