import type { DataSource } from 'typeorm';

/** Deletes sessions that have expired; tells how many. They stopped working when they expired. */
export async function purgeSessions(source: DataSource, now: Date): Promise<number> {
  const [, purged]: [unknown, number] = await source.query(
    'delete from session where expires_at <= $1',
    [now],
  );
  return purged;
}
