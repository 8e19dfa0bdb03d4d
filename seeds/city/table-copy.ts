import { once } from 'node:events';
import { Client } from 'pg';
import { from, type CopyStreamQuery } from 'pg-copy-streams';
import { encoderOf, RowWriter, type Cell, type Encoder } from './row-writer';

/** How much may wait for PostgreSQL before whoever writes rows has to wait too. */
const QUEUE_BYTES = 8_000_000;

/** One table being filled with COPY, on a connection and in a transaction of its own. */
export class TableCopy {
  readonly rows: RowWriter;
  count = 0;
  /** Why PostgreSQL takes no more rows; told when somebody next waits for it. */
  private failure: Error | null = null;

  private constructor(
    private readonly client: Client,
    private readonly stream: CopyStreamQuery,
    encoders: readonly Encoder[],
  ) {
    const fail = (error: Error) => void (this.failure ??= error);
    stream.on('error', fail);
    client.on('error', fail);
    this.rows = new RowWriter(encoders, (chunk) => void stream.write(chunk));
  }

  /**
   * Empties the table and opens it; rows that are written into a table of the same transaction
   * need no freezing later. A table that `keeps` rows of the migrations is only added to.
   */
  static async open(url: string, table: string, keeps: boolean): Promise<TableCopy> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query('set synchronous_commit = off');
    const columns = await client.query<{ name: string; type: string }>(
      `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
      [table],
    );
    await client.query('begin');
    if (!keeps) await client.query(`truncate ${table}`);
    const names = columns.rows.map(({ name }) => name).join(', ');
    const how = keeps ? 'format binary' : 'format binary, freeze';
    const options = { highWaterMark: QUEUE_BYTES };
    const stream = client.query(from(`copy ${table} (${names}) from stdin with (${how})`, options));
    return new TableCopy(
      client,
      stream,
      columns.rows.map(({ type }) => encoderOf(type)),
    );
  }

  /** Adds a row: its cells in the order of the table's columns. */
  write(...cells: readonly Cell[]): void {
    this.count += 1;
    this.rows.write(cells);
  }

  /** Waits until PostgreSQL has caught up. */
  async drained(): Promise<void> {
    if (this.failure) throw this.failure;
    if (this.stream.writableNeedDrain) await once(this.stream, 'drain');
  }

  async close(): Promise<void> {
    if (this.failure) throw this.failure;
    this.rows.end();
    this.stream.end();
    await once(this.stream, 'finish');
    await this.client.query('commit');
    await this.client.end();
  }

  /** Lets go of a table that will not be finished. */
  async drop(): Promise<void> {
    this.stream.destroy();
    await this.client.end().catch(() => undefined);
  }
}
