import { CITY, type Context, type GroupBatch } from '../api/context';
import { addDays, addMonths, type Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import { WHOLE } from './figures';
import { goodsOf } from './goods.reader';
import { ASKED, askedValues, keyOf } from './places-beneath';
import type { MonthOf } from './report-of';

/** Pieces of a class that were given in the days that end on one. */
interface Given {
  readonly key: string;
  readonly productClass: string;
  readonly in28: number;
  readonly in90: number;
}

const SHORT = 28;
const LONG = 90;

/** What was given in the ninety days before the second day asked for, and the last 28 of them. */
const givenBefore: GroupBatch<Given> = {
  many: true,
  read: (db, _city, keys) =>
    read(
      db,
      `${ASKED}
       select books.key, given.product_class "productClass", sum(given.in_90)::integer "in90",
         sum(given.in_28)::integer "in28"
       from books cross join lateral (
         select day.product_class, sum(day.pieces) as in_90,
           coalesce(sum(day.pieces) filter (where day.day >= books.until_month - ${SHORT}), 0)
             as in_28
         from report_given_day day
         where day.community_id = books.id
           and day.day >= books.from_month and day.day < books.until_month
           and (books.store_id = '${WHOLE}' or day.store_id = books.store_id)
         group by day.product_class
       ) given
       group by 1, 2`,
      askedValues(keys),
    ),
  keyOf: ({ key }) => key,
};

/** For how many days what is on the shelf lasts, by class. */
export interface DaysOfStock {
  readonly productClass: string | null;
  readonly left: number;
  readonly given28: number;
  readonly given90: number;
  readonly days28: number | null;
  readonly days90: number | null;
}

/** The day after the last one of a month that is over, or after today. */
const endOf = ({ of, from }: MonthOf): Day => {
  const [month, today] = [addMonths(from, 1), addDays(of.today, 1)];
  return month < today ? month : today;
};

/** How long goods last that are left at the end of a month; of one community at most. */
export async function stockDaysOf(context: Context, month: MonthOf): Promise<DaysOfStock[] | null> {
  const { of } = month;
  if (of.isLarge) return null;
  const until = endOf(month);
  const days = { ...of, from: addDays(until, -LONG), until };
  const [goods, given] = await Promise.all([
    goodsOf(context, month),
    context.loadMany(givenBefore, CITY, keyOf(days)),
  ]);
  const classes = [...new Set(goods.map(({ productClass }) => productClass))];
  return classes.sort(byCode).map((productClass) => {
    const left = goods
      .filter((line) => line.productClass === productClass)
      .reduce((sum, line) => sum + line.left, 0);
    const went = given.find((each) => each.productClass === (productClass ?? ''));
    const [given28, given90] = [went?.in28 ?? 0, went?.in90 ?? 0];
    return {
      ...{ productClass, left, given28, given90 },
      days28: lasts(left, given28, SHORT),
      days90: lasts(left, given90, LONG),
    };
  });
}

const byCode = (one: string | null, other: string | null) => (one ?? '').localeCompare(other ?? '');

/** Whole days, rounded down; null where nothing was given. */
function lasts(left: number, given: number, days: number): number | null {
  return given > 0 ? Math.floor((left * days) / given) : null;
}
