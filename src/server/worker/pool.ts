import { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** Connections of the jobs' own, so that work beside requests never takes a request's. */
export function poolOfJobs({ options }: DataSource, max: number): Pool {
  const pool = new Pool({
    connectionString: 'url' in options ? options.url : undefined,
    application_name: 'linli worker',
    max,
  });
  // A connection that PostgreSQL closed is replaced; the query that was under way tells.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
