import type { DataSource } from 'typeorm';

/**
 * Somebody who has the whole database, with the columns that PostgreSQL keeps for itself, and the
 * server's log, and wants to know who voted what. Wherever roll or box stand in an order, or beside
 * anything that has one, the k-th of the one may belong to the k-th of the other.
 */

/** A place where things were found, each with a number that may tell when it came there. */
export interface Trace {
  readonly where: string;
  /** The number by what it stands beside. */
  readonly ranks: ReadonlyMap<string, number>;
}

interface Found {
  readonly where: string;
  readonly who: string;
  readonly rank: number;
}

/** All traces of the names given, each of which leads to whom or what it stands for. */
export async function tracesOf(
  source: DataSource,
  log: readonly string[],
  names: ReadonlyMap<string, string>,
): Promise<Trace[]> {
  const found = [...linesOf(log, names)];
  const tables: { name: string }[] = await source.query(
    `select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relkind in ('r', 'p') and nspname = 'public'`,
  );
  for (const { name } of tables) {
    const rows: Row[] = await source.query(
      `select (ctid::text::point)[0] * 1000 + (ctid::text::point)[1] as "ctid",
         xmin::text::float8 as "xmin", xmax::text::float8 as "xmax", cmin::text::float8 as "cmin",
         to_jsonb(t) as row from "${name}" t`,
    );
    for (const row of rows) found.push(...inRow(name, row, names));
  }
  const traces = new Map<string, Map<string, number>>();
  for (const { where, who, rank } of found) {
    const ranks = traces.get(where) ?? new Map<string, number>();
    traces.set(where, ranks.set(who, rank));
  }
  return [...traces].map(([where, ranks]) => ({ where, ranks }));
}

interface Row {
  readonly ctid: number;
  readonly xmin: number;
  readonly xmax: number;
  readonly cmin: number;
  readonly row: Record<string, unknown>;
}

function* linesOf(log: readonly string[], names: ReadonlyMap<string, string>): Generator<Found> {
  for (const [n, line] of log.entries())
    for (const [name, who] of names) if (line.includes(name)) yield { where: 'log', who, rank: n };
}

/** Each name in a row, with all that has an order beside it. */
function* inRow(
  table: string,
  { row, ...system }: Row,
  names: ReadonlyMap<string, string>,
): Generator<Found> {
  const own = Object.entries({ ...system, ...row }).flatMap(([column, value]) => {
    const rank = rankOf(value);
    return rank === null ? [] : [{ column, rank }];
  });
  for (const [column, value] of Object.entries(row)) {
    const many = Array.isArray(value);
    for (const [n, each] of (many ? (value as unknown[]) : [value]).entries()) {
      const who = names.get(nameOf(each));
      if (who === undefined) continue;
      const at = `${table}.${column}`;
      if (many) yield { where: `${at} by place`, who, rank: n };
      for (const beside of own)
        yield { where: `${at} by ${beside.column}`, who, rank: beside.rank };
    }
  }
}

const nameOf = (value: unknown) => (typeof value === 'string' ? value.replace(/^\\x/, '') : '');

/** Numbers, moments, and ids that begin with a time have an order; other texts have none. */
function rankOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(value))
    return parseInt(value.slice(0, 18).replaceAll('-', ''), 16);
  const moment = /^\d{4}-\d\d-\d\d[T ]/.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(moment) ? null : moment;
}

/** How a trace of the roll and one of the boxes go together, from -1 to 1; 0 tells nothing. */
export function together(roll: Trace, box: Trace): number {
  const both = [...roll.ranks.keys()].filter((who) => box.ranks.has(who));
  if (both.length < 20) return 0;
  const [x, y] = [placesOf(both, roll), placesOf(both, box)];
  const middle = (both.length - 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (const i of both.keys()) {
    const [a, b] = [x[i]! - middle, y[i]! - middle];
    [xy, xx, yy] = [xy + a * b, xx + a * a, yy + b * b];
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

/** The places in their order, those with the same rank sharing theirs. */
function placesOf(names: readonly string[], { ranks }: Trace): number[] {
  const sorted = names.map((name) => ranks.get(name)!).sort((a, b) => a - b);
  return names.map((name) => {
    const rank = ranks.get(name)!;
    return (sorted.indexOf(rank) + sorted.lastIndexOf(rank)) / 2;
  });
}
