import type { DataSource } from 'typeorm';

/**
 * Does the same many times at once. All connections are opened before: otherwise the first is done
 * while the others still connect, and what looks like a race is a queue.
 */
export async function atOnce<T>(
  source: DataSource,
  times: number,
  make: (index: number) => Promise<T>,
): Promise<T[]> {
  await Promise.all(Array.from({ length: 16 }, () => source.query('select pg_sleep(0.05)')));
  return await Promise.all(Array.from({ length: times }, (_, index) => make(index)));
}
