import { Client } from 'pg';
import type { DataSource } from 'typeorm';

/**
 * A lock that one process at a time holds, for as long as its connection lives: whoever is killed
 * lets go of it at once.
 */
export class SessionLock {
  private client: Client | null = null;
  private isHeld = false;

  constructor(
    private readonly source: DataSource,
    private readonly number: number,
    /** The connection broke while the lock was held: somebody else may have it by now. */
    private readonly lost: () => void,
  ) {}

  async take(): Promise<boolean> {
    this.client ??= await this.connect();
    const { rows } = await this.client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1) as taken',
      [this.number],
    );
    this.isHeld = rows[0]?.taken ?? false;
    return this.isHeld;
  }

  async release(): Promise<void> {
    const { client } = this;
    this.isHeld = false;
    this.client = null;
    await client?.end();
  }

  private async connect(): Promise<Client> {
    const { options } = this.source;
    const connectionString = 'url' in options ? options.url : undefined;
    const client = new Client({ connectionString, application_name: 'linli stand-in' });
    const gone = () => {
      if (this.client !== client) return;
      this.client = null;
      if (this.isHeld) this.lost();
      this.isHeld = false;
    };
    client.on('error', gone);
    client.on('end', gone);
    await client.connect();
    return client;
  }
}
