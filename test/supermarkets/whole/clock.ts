import type { DataSource } from 'typeorm';

/** Days begin here as they do in Anshan. */
export const ZONE = 'Asia/Shanghai';

/** The time of a town of the tests: it passes as ours does, years ahead, and can be moved on. */
export interface Clock {
  readonly now: () => Date;
  /** Lets time pass, in milliseconds. */
  readonly pass: (by: number) => Promise<void>;
}

/**
 * Sets the clock of a database to a moment, for all who connect to it from now on: whoever asks
 * PostgreSQL what time it is finds our function before its own. So what the ledger records is as
 * old as a test wants it, and nothing in the books has to be touched.
 */
export async function moveClock(source: DataSource, to: Date): Promise<Clock> {
  let ahead = to.getTime() - Date.now();
  await source.query(`
    create schema moved;
    create table moved.clock (ahead interval not null);
    insert into moved.clock values (${ahead} * interval '1 millisecond');
    create function moved.clock_timestamp() returns timestamptz language sql volatile as
      'select pg_catalog.clock_timestamp() + ahead from moved.clock';
    do $$
      declare asking regprocedure;
      begin
        execute format('alter database %I set search_path = moved, pg_catalog, public',
          current_database());
        for asking in select oid from pg_proc
          where pronamespace = 'public'::regnamespace and prosrc like '%clock_timestamp()%'
        loop
          execute format('alter function %s set search_path = moved, pg_catalog, public', asking);
        end loop;
      end
    $$`);
  return {
    now: () => new Date(Date.now() + ahead),
    pass: async (by) => {
      ahead += by;
      await source.query(`update moved.clock set ahead = $1 * interval '1 millisecond'`, [ahead]);
    },
  };
}
