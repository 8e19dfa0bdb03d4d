import { CITY, type Context, type GroupBatch } from '../api/context';
import { currency } from '../kernel/currency';
import { addMonths, type Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import { poolById } from '../foundations/pool.reader';
import { grantById } from '../grants/grant.reader';
import { organisationById } from '../society/organisation.reader';
import type { MoneyItem } from '../reports/money-flows';
import { ITEMS, wayOf, type LoopEdge, type MoneyMeans, type MoneySide } from './loop';
import type { OpenBookOf } from './open-book-asked';

/** A kept sum of money of a month, with where it flows in the loop. */
export interface MoneySum extends LoopEdge {
  /** Its first day. */
  readonly month: Day;
  readonly item: MoneyItem;
  readonly poolId: string;
  readonly aboutId: string;
  readonly minor: bigint;
  readonly entries: number;
}

interface RawSum extends Omit<MoneySum, 'minor' | keyof LoopEdge> {
  readonly key: string;
  readonly minor: string;
}

/** How many months before the first one are read too: each month is told with its year. */
export const YEAR_BEFORE = 11;

const keyOf = ({ place, from, until, currency: code }: OpenBookOf) =>
  [place.id, addMonths(from, -YEAR_BEFORE), until, currency(code).id].join(' ');

/** Months of many books in one statement, from the sums alone. */
const sumsOf: GroupBatch<RawSum> = {
  many: true,
  read: (db, _city, keys) => {
    const asked = keys.map((key) => key.split(' '));
    return read(
      db,
      `select asked.key, kept.month::text as month, kept.item, kept.pool_id "poolId",
         kept.about_id "aboutId", kept.amount::text as minor, kept.entries::integer as entries
       from unnest($1::text[], $2::uuid[], $3::date[], $4::date[], $5::uuid[])
         as asked (key, books_id, from_month, until_month, asset_id)
       join report_money kept on kept.community_id = asked.books_id
         and kept.month >= asked.from_month and kept.month < asked.until_month
         and kept.asset_id = asked.asset_id
       order by asked.key, kept.month, kept.item, kept.pool_id, kept.about_id`,
      [keys, ...[0, 1, 2, 3].map((part) => asked.map((words) => words[part]))],
    );
  },
  keyOf: ({ key }) => key,
};

const OF_GRANTS: readonly MoneyItem[] = ['grants', 'shown'];

/** All sums from a year before the first month on. */
async function withYearBefore(context: Context, of: OpenBookOf): Promise<MoneySum[]> {
  const rows = await context.loadMany(sumsOf, CITY, keyOf(of));
  return await Promise.all(
    rows.map(async ({ key: _key, minor, ...sum }) => {
      const [pool, grant] = await Promise.all([
        context.load(poolById, of.place.id, sum.poolId),
        OF_GRANTS.includes(sum.item) ? context.load(grantById, of.place.id, sum.aboutId) : null,
      ]);
      const grantee = grant ? await context.load(organisationById, CITY, grant.granteeId) : null;
      const known = { purpose: pool?.purpose ?? 'other', grantee: grantee?.kind ?? null };
      return { ...sum, ...wayOf({ item: sum.item, ...known }), minor: BigInt(minor) };
    }),
  );
}

/** The sums of a request's books: every figure of a page is added up from the same. */
const KNOWN = new WeakMap<Context, Map<string, Promise<MoneySum[]>>>();

export function allSums(context: Context, of: OpenBookOf): Promise<MoneySum[]> {
  const known = KNOWN.get(context) ?? new Map<string, Promise<MoneySum[]>>();
  KNOWN.set(context, known);
  const found = known.get(keyOf(of)) ?? withYearBefore(context, of);
  known.set(keyOf(of), found);
  return found;
}

/** The sums of the months that were asked for. */
export async function sumsIn(context: Context, of: OpenBookOf): Promise<MoneySum[]> {
  return (await allSums(context, of)).filter(({ month }) => month >= of.from);
}

/** What sums come to. */
export interface Total {
  readonly minor: bigint;
  readonly entries: number;
}

export function totalOf(sums: readonly MoneySum[]): Total {
  return {
    minor: sums.reduce((all, { minor }) => all + minor, 0n),
    entries: sums.reduce((all, { entries }) => all + entries, 0),
  };
}

/** Whether a sum stands on a side of the book, and if it says so, of which means it is. */
export const isOf =
  (side: MoneySide, means?: MoneyMeans) =>
  ({ item }: MoneySum): boolean =>
    ITEMS[item].side === side && (means === undefined || ITEMS[item].means === means);
