import type { Pool, PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

/** Each text has a name of its own in this process, and so on each of its connections. */
const NAMES = new Map<string, string>();

/**
 * Reads rows by a named prepared statement, inside the transaction of `db` if it has one, else on
 * the pool: PostgreSQL parses and plans each text once per connection, and the ORM's way round a
 * query is left out. The text is a constant: what changes goes into `values`.
 */
export async function read<Row>(
  db: EntityManager,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const known = NAMES.get(text);
  const name = known ?? `read_${NAMES.size}`;
  if (!known) NAMES.set(text, name);
  const query = { name, text, values: values as unknown[] };
  const { queryRunner } = db;
  const client = queryRunner ? ((await queryRunner.connect()) as PoolClient) : poolOf(db);
  return (await client.query(query)).rows as Row[];
}

function poolOf(db: EntityManager): Pool {
  return (db.dataSource.driver as unknown as { master: Pool }).master;
}
