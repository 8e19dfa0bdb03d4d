import type { DataSource } from 'typeorm';

/** As many connections as the pool has. */
const CONNECTIONS = 16;

/**
 * Opens every connection of the pool before a race: on a cold pool the first is done before the
 * last has a connection, and a race that should be lost is never run.
 */
export async function warm(dataSource: DataSource): Promise<void> {
  const wait = () => dataSource.query('select pg_sleep(0.05)');
  await Promise.all(Array.from({ length: CONNECTIONS }, wait));
}
