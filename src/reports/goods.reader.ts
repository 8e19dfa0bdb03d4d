import { CITY, type Context, type GroupBatch } from '../api/context';
import { read } from '../kernel/read';
import type { LotSource } from '../supermarkets/lot.entity';
import { ALL_MONTHS, SHELF_FIGURES, WHOLE } from './figures';
import { ASKED, askedValues, keyOf } from './places-beneath';
import type { MonthOf, ReportOf } from './report-of';

/** What moved in a month, or in all months together. */
interface Sum {
  readonly key: string;
  /** Its first day. */
  readonly month: string;
  readonly figure: string;
  readonly source: string;
  readonly productClass: string;
  readonly amount: number;
}

/**
 * What moved since the first month asked for, month by month, and since the beginning: what stood
 * at the end of a month is the sum of all less what moved since.
 */
const sumsOf: GroupBatch<Sum> = {
  many: true,
  read: (db, _city, keys) =>
    read(
      db,
      `${ASKED}
       select books.key, moved.month, moved.figure, moved.source,
         moved.product_class "productClass", sum(moved.amount)::float8 as amount
       from books cross join lateral (
         select summed.month, summed.figure, summed.source, summed.product_class,
           sum(summed.amount) as amount
         from report_sum summed
         where summed.community_id = books.id and summed.month >= books.from_month
           and (books.store_id = '${WHOLE}' or summed.store_id = books.store_id)
         group by 1, 2, 3, 4
       ) moved
       group by 1, 2, 3, 4, 5
       order by books.key, moved.source, moved.product_class`,
      askedValues(keys),
    ),
  keyOf: ({ key }) => key,
};

/** What of a month is added up: the sums of goods of a source and class, or of credits. */
export interface Moved {
  /** What moved in the month. */
  readonly in: (figure: string, of?: Partial<Sum>) => number;
  /** What had moved by its end since the beginning. */
  readonly by: (figure: string, of?: Partial<Sum>) => number;
}

async function loadSums(context: Context, of: ReportOf): Promise<Sum[]> {
  return await context.loadMany(sumsOf, CITY, keyOf(of));
}

function movedIn(sums: readonly Sum[], from: string): Moved {
  const adding =
    (weigh: (month: string) => number) =>
    (figure: string, { source, productClass }: Partial<Sum> = {}) =>
      sums
        .filter((sum) => sum.figure === figure)
        .filter((sum) => source === undefined || sum.source === source)
        .filter((sum) => productClass === undefined || sum.productClass === productClass)
        .reduce((all, { month, amount }) => all + weigh(month) * amount, 0);
  return {
    in: adding((month) => (month === from ? 1 : 0)),
    by: adding((month) => (month === ALL_MONTHS ? 1 : month > from ? -1 : 0)),
  };
}

/** What moved in a month of a report. */
export async function moved(context: Context, { of, from }: MonthOf): Promise<Moved> {
  return movedIn(await loadSums(context, of), from);
}

/** Pieces of one source and class in a month. */
export interface GoodsOfMonth {
  /** Null: of goods lost on the way, whose lots are not kept apart. */
  readonly source: LotSource | null;
  /** The code of its class; null: none. */
  readonly productClass: string | null;
  readonly opening: number;
  readonly received: number;
  readonly given: number;
  readonly missing: number;
  readonly recalled: number;
  readonly writtenOff: number;
  readonly thrownAway: number;
  readonly returned: number;
  readonly sent: number;
  readonly arrived: number;
  readonly lostOnTheWay: number;
  readonly left: number;
}

/** The goods of a month by source and class: what came, went and stayed. */
export async function goodsOf(context: Context, month: MonthOf): Promise<GoodsOfMonth[]> {
  const sums = await loadSums(context, month.of);
  const told = movedIn(sums, month.from);
  const groups = new Map(
    sums
      .filter(({ figure }) => GOODS_FIGURES.has(figure))
      .map(({ source, productClass }) => [`${source} ${productClass}`, { source, productClass }]),
  );
  return [...groups.values()]
    .map((group) => goodsLine(told, group))
    .filter(({ source: _source, productClass: _class, ...figures }) =>
      Object.values(figures).some((figure) => figure !== 0),
    );
}

const GOODS_FIGURES = new Set<string>([
  ...SHELF_FIGURES,
  'thrown_away',
  'returned',
  'lost_on_the_way',
]);

function goodsLine(told: Moved, of: { source: string; productClass: string }): GoodsOfMonth {
  const left = SHELF_FIGURES.reduce((sum, figure) => sum + told.by(figure, of), 0);
  const change = SHELF_FIGURES.reduce((sum, figure) => sum + told.in(figure, of), 0);
  const gone = (figure: string) => minus(told.in(figure, of));
  return {
    source: (of.source as LotSource) || null,
    productClass: of.productClass || null,
    opening: left - change,
    received: told.in('received', of),
    given: gone('given'),
    missing: gone('counted'),
    recalled: gone('recalled'),
    writtenOff: gone('written_off'),
    thrownAway: gone('thrown_away'),
    returned: gone('returned'),
    sent: gone('sent'),
    arrived: told.in('arrived', of),
    lostOnTheWay: told.in('lost_on_the_way', of),
    left,
  };
}

/** Zero has no sign. */
const minus = (figure: number) => (figure === 0 ? 0 : -figure);

/** What was lost of what was handled in a month. */
export interface Shrinkage {
  readonly lost: number;
  readonly handled: number;
  readonly basisPoints: number | null;
}

/** Pieces missed, written off, thrown away, lost on the way, of those that were there or came. */
export function shrinkageOf(goods: readonly GoodsOfMonth[]): Shrinkage {
  const sum = (of: (line: GoodsOfMonth) => number) =>
    goods.reduce((all, line) => all + of(line), 0);
  const lost = sum(
    ({ missing, writtenOff, thrownAway, lostOnTheWay }) =>
      missing + writtenOff + thrownAway + lostOnTheWay,
  );
  const handled = sum(({ opening, received, arrived }) => opening + received + arrived);
  return { lost, handled, basisPoints: basisPoints(lost, handled) };
}

/** A share in hundredths of a percent, rounded; null where there is nothing to share. */
export function basisPoints(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((part * 10_000) / whole) : null;
}
