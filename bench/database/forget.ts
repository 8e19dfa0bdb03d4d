import { Client } from 'pg';
import { administer } from './cluster';

/** Notes which books are the bench's own, so that a run that was stopped is tidied by the next. */
export async function rememberBooks(adminUrl: string, books: readonly string[]): Promise<void> {
  const ids = books.map((id) => `('${id}'::uuid)`).join(', ');
  await administer(adminUrl, [
    'create schema if not exists bench_books',
    'create table if not exists bench_books.own (id uuid primary key)',
    `insert into bench_books.own values ${ids} on conflict do nothing`,
  ]);
}

/**
 * Takes the bench's own books away with everything in them, as only the superuser can: the city is
 * measured again tomorrow, and its own checks find nothing strange in it.
 */
export async function forgetBooks(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const known = await client.query(`select to_regclass('bench_books.own') as it`);
    if ((known.rows as { it: string | null }[])[0]?.it === null) return;
    await client.query('set session_replication_role = replica');
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'community_id'`,
    );
    for (const { name } of rows)
      await client.query(
        `delete from public.${name} where community_id in (select id from bench_books.own)`,
      );
    await client.query('drop schema if exists bench cascade');
    await client.query('drop schema bench_books cascade');
  } finally {
    await client.end();
  }
}
