import { CITY, type Context, type GroupBatch } from '../api/context';
import { read } from '../kernel/read';
import type { PriorityGroup } from '../society/resident-priority.entity';
import { PRIORITY_GROUPS } from '../society/resident-priority.entity';
import { AGE_BANDS, WAYS, WORKING_AGE, WHOLE, type AgeBand, type Way } from './figures';
import { basisPoints } from './goods.reader';
import { ASKED, askedValues, keyOf } from './places-beneath';
import { tellingOf, type MonthOf } from './report-of';
import { shown, type PeopleCount } from './shown';

/** How many people one cell of a month holds, in all communities that were asked for. */
interface Cell {
  readonly key: string;
  /** Its first day. */
  readonly month: string;
  readonly figure: string;
  readonly cell: string;
  readonly people: number;
}

/** The cells of the months asked for, with who lives there (`residents`), from kept counts. */
const cellsOf: GroupBatch<Cell> = {
  many: true,
  read: (db, _city, keys) =>
    read(
      db,
      `${ASKED}
       select books.key, counted.month, counted.figure, counted.cell,
         sum(counted.people)::integer as people
       from books cross join lateral (
         select kept.month, kept.figure, kept.cell, kept.people from report_people kept
         where kept.community_id = books.id
           and kept.month >= books.from_month and kept.month < books.until_month
           and kept.store_id = books.store_id
         union all
         select known.month, 'residents', known.band, known.residents from report_population known
         where known.community_id = books.id and books.store_id = '${WHOLE}'
           and known.month >= books.from_month and known.month < books.until_month
       ) counted
       group by 1, 2, 3, 4`,
      askedValues(keys),
    ),
  keyOf: ({ key }) => key,
};

/** What counts people of a month in cells. */
async function counting(context: Context, { of, from }: MonthOf) {
  const cells = await context.loadMany(cellsOf, CITY, keyOf(of));
  const counts = new Map(
    cells
      .filter(({ month }) => month === from)
      .map(({ figure, cell, people }) => [`${figure} ${cell}`, people]),
  );
  return (figure: string, cell: string) => counts.get(`${figure} ${cell}`) ?? 0;
}

/** Households served in a month. */
export interface HouseholdsOfMonth {
  readonly all: PeopleCount;
  /** By priority group; null: those of none. */
  readonly byGroup: readonly {
    readonly group: PriorityGroup | null;
    readonly households: PeopleCount;
  }[];
}

/** The households that a store, or all stores of a place, served in a month, each once. */
export async function householdsOf(context: Context, month: MonthOf): Promise<HouseholdsOfMonth> {
  const count = await counting(context, month);
  const households = (cell: string) => shown(count('households', cell), tellingOf(month));
  return {
    all: households('all'),
    byGroup: [
      ...PRIORITY_GROUPS.map((group) => ({ group, households: households(group) })),
      { group: null, households: households('none') },
    ],
  };
}

/** Who of an age took part in a month, in each way. */
export type BandOfMonth = Readonly<Record<Way | 'residents', PeopleCount>> & {
  /** Null: of all ages. */
  readonly band: AgeBand | null;
  readonly shareBasisPoints: number | null;
};

export interface Participation {
  readonly bands: readonly BandOfMonth[];
  readonly all: BandOfMonth;
  readonly workingAgeShareBasisPoints: number | null;
}

/** Who took part in a month, by age; a store's month has none: service is not done in a store. */
export async function participationOf(
  context: Context,
  month: MonthOf,
): Promise<Participation | null> {
  if (month.of.storeId !== WHOLE) return null;
  const count = await counting(context, month);
  const bandOf = (band: AgeBand | null, bands: readonly AgeBand[]): BandOfMonth => {
    const cell = (figure: string) =>
      shown(sumOf(bands.map((each) => count(figure, each))), tellingOf(month));
    const ways = Object.fromEntries(WAYS.map((way) => [way, cell(way)])) as Record<
      Way,
      PeopleCount
    >;
    const residents = cell('residents');
    return { band, ...ways, residents, shareBasisPoints: share(ways.any, residents) };
  };
  const all = bandOf(null, AGE_BANDS);
  return {
    bands: AGE_BANDS.map((band) => bandOf(band, [band])),
    all,
    workingAgeShareBasisPoints: share(bandOf(null, WORKING_AGE).any, all.any),
  };
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, each) => sum + each, 0);

/** A share of what is shown: it tells no more than that does. */
function share(part: PeopleCount, whole: PeopleCount): number | null {
  if (part.count === null || whole.count === null) return null;
  return basisPoints(part.count, whole.count);
}
