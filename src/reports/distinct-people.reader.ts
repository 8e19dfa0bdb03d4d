import { CITY, type Batch, type Context } from '../api/context';
import { read } from '../kernel/read';
import { WHOLE } from './figures';
import { ASKED, askedValues, keyOf } from './places-beneath';
import type { ReportOf } from './report-of';
import { shown, type PeopleCount } from './shown';

interface Counted {
  readonly key: string;
  readonly households: number;
  readonly residents: number;
}

/**
 * Counts whoever was seen in any of the months once. It walks the keys of who was seen, a row for
 * each household or resident and month: at most a year of a street.
 */
const countedOnce: Batch<Counted> = {
  read: (db, _city, keys) =>
    read(
      db,
      `${ASKED}
       select books.key, sum(seen.households)::integer as households,
         sum(took_part.residents)::integer as residents
       from books cross join lateral (
         select count(distinct served.household_id) as households from report_household served
         where served.community_id = books.id and served.store_id = books.store_id
           and served.month >= books.from_month and served.month < books.until_month
           and served.times > 0
       ) seen cross join lateral (
         select count(distinct present.resident_id) as residents from report_resident present
         where present.community_id = books.id and present.way = 'any'
           and present.month >= books.from_month and present.month < books.until_month
           and present.times > 0
       ) took_part
       group by books.key`,
      askedValues(keys),
    ),
  keyOf: ({ key }) => key,
};

/** People of several months, each counted once. */
export interface DistinctPeople {
  readonly households: PeopleCount;
  /** Null for a store: service is not done in one. */
  readonly residents: PeopleCount | null;
}

export async function distinctPeople(context: Context, of: ReportOf): Promise<DistinctPeople> {
  const counted = await context.load(countedOnce, CITY, keyOf(of));
  const telling = { isExact: of.isExact, isOver: of.until <= of.today };
  return {
    households: shown(counted?.households ?? 0, telling),
    residents: of.storeId === WHOLE ? shown(counted?.residents ?? 0, telling) : null,
  };
}
