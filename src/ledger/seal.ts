import type { DataSource } from 'typeorm';
import { setTimeout as pause } from 'node:timers/promises';
import { isTouched, ROLL_UP, ROLLED_PLAINLY, type Moved, type Rolling } from './rollup';

/** The hash before the first block. */
const BEGINNING = Buffer.alloc(32);

/** How often we look whether the transactions of the moment have ended, and for how long. */
const LOOK_EVERY_MS = 50;
const LOOKS = 100;

/** How many sets of books are sealed side by side. */
const LANES = 2;

/**
 * Makes a job that seals every set of books up to the moment it is called: new entries go into a
 * block that carries the hash of the block before, and are rolled up by month. Each call returns
 * how many entries it sealed. The first one looks at everything, the later ones only at what was
 * recorded since.
 *
 * An entry's recorded time is taken while its transaction already has an id. So once every
 * transaction that had one at the horizon has ended, no entry can appear behind the horizon any
 * more.
 */
export function sealer(source: DataSource, rolling: Rolling): () => Promise<number> {
  let since = '-infinity';
  return async () => {
    const horizon = await settledHorizon(source);
    if (!horizon) return 0;
    const books: { id: string }[] = await source.query(
      `-- every community: whichever has something new
       select books.community_id as id from (
         select community_id, max(recorded_at) as newest, count(*) as entries from ledger_entry
         where recorded_at > $1::timestamptz and recorded_at <= $2::timestamptz
         group by community_id
       ) books
       where books.newest > coalesce((
         select until_at from ledger_block where community_id = books.community_id
         order by number desc limit 1), '-infinity')
       order by books.entries`,
      [since, horizon],
    );
    const zones = await rolling.zonesOf(books.map(({ id }) => id));
    let sealed = 0;
    let complete = true;
    const failures: unknown[] = [];
    const lane = async () => {
      // From the end: the longest is not left for one lane alone.
      for (let next = books.pop(); next; next = books.pop()) {
        const how = { until: horizon, zone: zones.get(next.id) ?? 'UTC', ...rolling };
        try {
          const entries = await sealBooks(source, next.id, how);
          sealed += entries;
          complete &&= entries > 0;
        } catch (error) {
          // Books that cannot be sealed do not keep the others waiting.
          failures.push(error);
        }
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    if (failures.length > 0) throw failures[0];
    // Where another process sealed at the same time, it may have stopped earlier: look again.
    if (complete) since = horizon;
    return sealed;
  };
}

/** Seals everything that is not yet sealed, once. */
export async function seal(source: DataSource, rolling = ROLLED_PLAINLY): Promise<number> {
  return await sealer(source, rolling)();
}

/**
 * A moment (as PostgreSQL wrote it, to the microsecond) behind which nothing is in flight. Whoever
 * had an id by then has a lower one than who asks for one afterwards. The end of a snapshot would
 * not do: it comes after the latest transaction that has ended, and not after the latest begun.
 */
async function settledHorizon(source: DataSource): Promise<string | null> {
  const [mark]: { at: string }[] = await source.query('select clock_timestamp()::text as at');
  const [after]: { xid: string }[] = await source.query('select pg_current_xact_id()::text as xid');
  if (!mark || !after) return null;
  for (let look = 0; look < LOOKS; look += 1) {
    const [now]: { settled: boolean }[] = await source.query(
      `select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as settled`,
      [after.xid],
    );
    if (now?.settled) return mark.at;
    await pause(LOOK_EVERY_MS);
  }
  return null;
}

async function sealBooks(
  source: DataSource,
  communityId: string,
  {
    until,
    zone,
    together,
    keeps = [],
  }: Omit<Rolling, 'zonesOf'> & Record<'until' | 'zone', string>,
): Promise<number> {
  // Two processes may seal at once: the block's number is its key, and the later one stands back;
  // it then has nothing to roll up either.
  return await source.transaction(async (db) => {
    const rows: { after: string; entries: number }[] = await db.query(SEAL, [
      communityId,
      until,
      BEGINNING,
    ]);
    const [block] = rows;
    if (!block) return 0;
    const which = [communityId, block.after, until, zone];
    const moved: Moved[] = await db.query(ROLL_UP, [...which, together]);
    for (const kept of keeps)
      if (isTouched(kept, moved)) await db.query(kept.sql, [...which, ...kept.values]);
    return block.entries;
  });
}

const SEAL = `
  with last as (
    select number, until_at, hash from ledger_block
    where community_id = $1 order by number desc limit 1
  ), start as (
    select coalesce((select number from last), 0) as number,
      coalesce((select until_at from last), '-infinity'::timestamptz) as after_at,
      coalesce((select hash from last), $3::bytea) as hash
  )
  insert into ledger_block
    (community_id, number, after_at, until_at, entries, previous_hash, hash, sealed_at)
  select $1, start.number + 1, start.after_at, $2::timestamptz, block.entries, start.hash,
    block.hash, $2::timestamptz
  from start, ledger_hash($1, start.after_at, $2::timestamptz, start.hash) block
  where block.entries > 0
  on conflict do nothing
  returning after_at::text as after, entries`;
