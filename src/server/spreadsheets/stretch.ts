import { readDay, readPeriod, startOf } from '../../kernel/calendar';
import { Refusal } from '../../kernel/refusal';
import type { Tree } from './cells';
import type { List, Time } from './list';

/** A stretch of a list: from one moment until before another, as far as they were named. */
export interface Stretch {
  readonly time: Time;
  readonly from: number;
  readonly until: number;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Reads `from` and `until`: days by the community's clock, the second the first one that is no
 * longer in it. Null where neither is asked for. Refuses: `LIST_WITHOUT_TIME`, `DAY_UNREADABLE`,
 * `PERIOD_EMPTY`.
 */
export function readStretch({ time }: List, query: Query, zone: string): Stretch | null {
  const [from, until] = [query.from, query.until].map((day) =>
    day === undefined ? undefined : String(day),
  );
  if (from === undefined && until === undefined) return null;
  if (!time) throw new Refusal('LIST_WITHOUT_TIME', {}, ['from']);
  if (from !== undefined && until !== undefined) readPeriod({ from, until }, []);
  const beginOf = (day: string, name: string) => startOf(readDay(day, [name]), zone).getTime();
  return {
    time,
    from: from === undefined ? -Infinity : beginOf(from, 'from'),
    until: until === undefined ? Infinity : beginOf(until, 'until'),
  };
}

export function isIn({ time, from, until }: Stretch, node: Tree): boolean {
  const at = momentAt(node, time.at);
  return from <= at && at < until;
}

/**
 * Whether a row stands beyond the stretch in a list that goes that way, so that none in it follows:
 * nothing is recorded before it happens.
 */
export function isPast({ time: { ordered }, from, until }: Stretch, node: Tree): boolean {
  if (!ordered) return false;
  const at = momentAt(node, ordered.by);
  return ordered.latestFirst ? at < from : at >= until;
}

function momentAt(node: Tree, field: string): number {
  const value = node[field];
  return value instanceof Date ? value.getTime() : Date.parse(String(value as string));
}
