import { administer, query } from './cluster';

/** What a session that posts says of itself. */
export interface SessionSettings {
  readonly fsync: string;
  readonly synchronous_commit: string;
}

/**
 * Asks the very sessions that post, ours and the server's, for their settings: a session may set
 * its own, and nothing outside can see that. For the asking only, a trigger on the entries writes
 * down what the posting session holds.
 */
export async function askPostingSessions(
  adminUrl: string,
  postSome: () => Promise<unknown>,
): Promise<SessionSettings[]> {
  await administer(adminUrl, [
    'create schema if not exists bench_probe',
    'grant usage on schema bench_probe to public',
    'create table bench_probe.seen (fsync text, synchronous_commit text)',
    'grant insert on bench_probe.seen to public',
    `create function bench_probe.look() returns trigger language plpgsql
     set search_path = pg_catalog as $$
     begin
       insert into bench_probe.seen
       values (current_setting('fsync'), current_setting('synchronous_commit'));
       return null;
     end $$`,
    `create trigger bench_looks after insert on public.ledger_entry
     for each statement execute function bench_probe.look()`,
  ]);
  try {
    await postSome();
    return await query<SessionSettings>(
      adminUrl,
      'select fsync, synchronous_commit from bench_probe.seen',
    );
  } finally {
    await administer(adminUrl, [
      'drop trigger bench_looks on public.ledger_entry',
      'drop schema bench_probe cascade',
    ]);
  }
}

/** The one value that all of them have, or all values that were seen. */
export function agreed(sessions: readonly SessionSettings[], name: keyof SessionSettings): string {
  return [...new Set(sessions.map((session) => session[name]))].sort().join(', ') || 'unknown';
}
