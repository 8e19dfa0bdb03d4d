import type { DataSource } from 'typeorm';

/** A key, index, foreign key or trigger, by how it is dropped and made again. */
interface Fitting {
  readonly table: string;
  readonly drop: string;
  readonly make: string;
  /** Keys come before foreign keys, and triggers last. */
  readonly turn: number;
}

const FITTINGS = `
  select class.relname as table, format('alter table %I drop constraint %I', class.relname,
      con.conname) as drop,
    format('alter table %I add constraint %I %s', class.relname, con.conname,
      pg_get_constraintdef(con.oid)) as make,
    case con.contype when 'f' then 2 else 1 end as turn
  from pg_constraint con join pg_class class on class.oid = con.conrelid
  where con.connamespace = 'public'::regnamespace and con.contype in ('p', 'u', 'f')
    and class.relname <> 'migration'
  union all
  select class.relname, format('drop index %I', key.relname), pg_get_indexdef(key.oid), 1
  from pg_index index
  join pg_class class on class.oid = index.indrelid
  join pg_class key on key.oid = index.indexrelid
  where class.relnamespace = 'public'::regnamespace and class.relkind = 'r' and not exists (
    select from pg_constraint con where con.conindid = key.oid and con.contype in ('p', 'u', 'x'))
  union all
  select class.relname, format('drop trigger %I on %I', trigger.tgname, class.relname),
    pg_get_triggerdef(trigger.oid), 3
  from pg_trigger trigger join pg_class class on class.oid = trigger.tgrelid
  where class.relnamespace = 'public'::regnamespace and not trigger.tgisinternal
  order by 1, 3`;

/** How many tables are fitted out side by side. */
const LANES = 2;
const LARGEST = 'ledger_leg';
/** For sorting while indexes are built and foreign keys are looked through. */
const MEMORY = '1GB';

/**
 * Takes keys, indexes, foreign keys and triggers from all tables, so that rows can be poured
 * in, and answers how all of it is put back exactly as the migrations made it.
 */
export async function bareTables(source: DataSource): Promise<() => Promise<void>> {
  const fittings: Fitting[] = await source.query(FITTINGS);
  for (const { drop } of [...fittings].sort((a, b) => b.turn - a.turn)) await source.query(drop);
  return async () => {
    for (const turn of [1, 2, 3])
      await makeAll(
        source,
        fittings.filter((each) => each.turn === turn),
      );
  };
}

/** Table by table: two statements on one table would wait for each other. */
async function makeAll(source: DataSource, fittings: readonly Fitting[]): Promise<void> {
  const byTable = new Map<string, Fitting[]>();
  for (const each of fittings) byTable.set(each.table, [...(byTable.get(each.table) ?? []), each]);
  // The largest is begun first.
  const waiting = [...byTable].sort(([a], [b]) => Number(b === LARGEST) - Number(a === LARGEST));
  const lane = async () => {
    const runner = source.createQueryRunner();
    try {
      await runner.query(`set maintenance_work_mem = '${MEMORY}'`);
      await runner.query(`set work_mem = '${MEMORY}'`);
      for (let next = waiting.shift(); next; next = waiting.shift())
        for (const { make } of next[1]) await runner.query(make);
      await runner.query('reset all');
    } finally {
      await runner.release();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
