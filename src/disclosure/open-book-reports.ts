import type { Context } from '../api/context';
import type { EarnedBy } from '../credits/earned-credits.reader';
import { creditsOf, type IssuedCredits } from '../reports/credits.reader';
import { ofPlace } from '../reports/report-asked';
import { monthsOf, type MonthOf } from '../reports/report-of';
import type { OpenBookOf } from './open-book-asked';

/** What became of credits in all months of an open book. */
export interface OpenBookCredits {
  readonly issued: readonly IssuedCredits[];
  readonly redeemed: number;
  readonly expired: number;
  readonly outstanding: number;
}

/**
 * The months of a community's reports, as strangers are told of people whoever asks. None of a
 * street, district or city: its own report adds up its communities, which is another book.
 */
export function reportsOf(context: Context, { place, from, until }: OpenBookOf): MonthOf[] {
  if (place.kind !== 'community') return [];
  const of = ofPlace(context, place, () => ({ from, until }));
  return monthsOf({ ...of, isExact: false });
}

/** The credits of all months together; null where there are no reports of the place itself. */
export async function creditsIn(context: Context, of: OpenBookOf): Promise<OpenBookCredits | null> {
  const months = await Promise.all(
    reportsOf(context, of).map((month) => creditsOf(context, month)),
  );
  const last = months.at(-1);
  if (!last) return null;
  const sum = (figure: (month: (typeof months)[number]) => number) =>
    months.reduce((all, month) => all + figure(month), 0);
  const issued = (by: EarnedBy) =>
    sum((month) => month.issued.find((each) => each.by === by)?.credits ?? 0);
  return {
    issued: last.issued.map(({ by }) => ({ by, credits: issued(by) })),
    redeemed: sum(({ spent }) => spent),
    expired: sum(({ expired }) => expired ?? 0),
    outstanding: last.outstanding ?? 0,
  };
}
