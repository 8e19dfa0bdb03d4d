import type { EntityManager } from 'typeorm';
import { CITY, type Batch } from '../api/context';
import { amount, type Amount } from '../kernel/amount';
import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import type { CourseRatePer } from './course-rate.entity';
import type { CreditScheme } from './credit-scheme.reader';

/** What attending a course earns from a day on. */
export interface CourseRate {
  readonly per: CourseRatePer;
  readonly credits: number;
  readonly validFrom: Day;
}

/** The rates that hold in schemes on days, by `scheme day`. */
export const courseRateOn: Batch<CourseRate & { readonly key: string }> = {
  read: (db, _city, keys) => {
    const [schemes, days] = [0, 1].map((n) => keys.map((key) => key.split(' ')[n]));
    return read(
      db,
      `select asked.key, rate.per, rate.credits, rate.valid_from "validFrom"
       from unnest($1::text[], $2::uuid[], $3::date[]) asked (key, scheme_id, day)
       cross join lateral (
         select per, credits, valid_from from credit_course_rate
         where scheme_id = asked.scheme_id and valid_from <= asked.day
         order by valid_from desc limit 1
       ) rate where rate.credits > 0`,
      [keys, schemes, days],
    );
  },
  keyOf: ({ key }) => key,
};

/**
 * The whole credits that a session of so many minutes earns by the rate of its day, parts of an
 * hour rounded down; null where it earns none.
 */
export async function courseCredits(
  db: EntityManager,
  scheme: CreditScheme,
  session: { readonly minutes: number; readonly on: Day },
): Promise<Amount | null> {
  const [rate] = await courseRateOn.read(db, CITY, [`${scheme.id} ${session.on}`]);
  if (!rate) return null;
  const all = BigInt(rate.credits);
  const earned = rate.per === 'session' ? all : (all * BigInt(session.minutes)) / 60n;
  return earned > 0n ? amount(scheme.asset, earned) : null;
}
