import { Client } from 'pg';
import type { DataSource } from 'typeorm';

/**
 * How far two counts of the same reading may differ: what loaders ask in neighbouring moments is
 * sometimes read together and sometimes not. A statement for each row would be many more.
 */
export const JOINED = 2;

/**
 * Runs a function and tells every SQL statement that went to PostgreSQL meanwhile, on any
 * connection to the data source's database: the ORM's, raw ones, prepared ones, BEGIN and COMMIT.
 */
export async function countQueries<T>(
  dataSource: DataSource,
  fn: () => Promise<T>,
): Promise<{ result: T; statements: string[] }> {
  const [{ name }] = await dataSource.query('select current_database() as name');
  const statements: string[] = [];
  const query = Client.prototype.query;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const [asked] = args as [string | { text?: string }];
    const text = typeof asked === 'string' ? asked : asked.text;
    if (this.database === name && text !== undefined) statements.push(text);
    return Reflect.apply(query, this, args) as unknown;
  } as typeof query;
  try {
    return { result: await fn(), statements };
  } finally {
    Client.prototype.query = query;
  }
}
