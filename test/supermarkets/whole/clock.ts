import type { DataSource } from 'typeorm';

/** Days begin here as they do in Anshan. */
export const ZONE = 'Asia/Shanghai';

/** The time of a town of the tests, years ahead of ours. */
export interface Clock {
  /** Stands still until time is let pass: what is asked later happens when it was decided on. */
  readonly now: () => Date;
  /** Lets time pass, in milliseconds, besides what has passed outside. */
  readonly pass: (by: number) => Promise<void>;
}

/**
 * Sets the clock of a database to a moment, for all who connect to it from now on: whoever asks
 * PostgreSQL what time it is finds our function before its own. So what the ledger records is as
 * old as a test wants it, and nothing in the books has to be touched. PostgreSQL's clock goes on
 * where the town's stands, so that nothing is recorded before it happens.
 */
export async function moveClock(source: DataSource, to: Date): Promise<Clock> {
  let ahead = to.getTime() - Date.now();
  let stands = to.getTime();
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
    now: () => new Date(stands),
    pass: async (by) => {
      ahead += by;
      stands = Date.now() + ahead;
      await source.query(`update moved.clock set ahead = $1 * interval '1 millisecond'`, [ahead]);
    },
  };
}
