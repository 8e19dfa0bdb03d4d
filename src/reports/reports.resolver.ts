import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { Allow, anyone } from '../api/policy';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import type { StoreRow } from '../supermarkets/store.entity';
import { Store } from '../supermarkets/store.graphql';
import { distinctPeople } from './distinct-people.reader';
import { MonthlyReport, ReportMonthsArgs } from './monthly-report.graphql';
import { DistinctPeople } from './people-of-month.graphql';
import { aLongTime, aMonth, aYear, ofPlace, ofStore } from './report-asked';
import { monthsOf, type MonthOf } from './report-of';
import { placeReportReader } from './reports.policy';

const MONTH = { description: 'The month: `2026-11`.' };

@Resolver(() => Store)
export class StoreReportsResolver {
  @FieldResolver(() => MonthlyReport, {
    description: 'What this store did in a month. Codes: MONTH_UNREADABLE.',
  })
  @Allow(anyone)
  async monthlyReport(
    @Root() store: StoreRow,
    @Arg('month', () => String, MONTH) month: string,
    @Ctx() context: Context,
  ): Promise<MonthOf | undefined> {
    return monthsOf(await ofStore(context, store, aMonth(month)))[0];
  }

  @FieldResolver(() => [MonthlyReport], {
    description:
      'What this store did, month by month. Codes: MONTH_UNREADABLE, PERIOD_EMPTY, MONTHS_TOO_MANY.',
  })
  @Allow(anyone)
  async monthlyReports(
    @Root() store: StoreRow,
    @Args() months: ReportMonthsArgs,
    @Ctx() context: Context,
  ): Promise<MonthOf[]> {
    return monthsOf(await ofStore(context, store, aLongTime(months)));
  }

  @FieldResolver(() => DistinctPeople, {
    description:
      'The households that this store served in some months, each counted once: a sum of months ' +
      'would count them again. Codes: MONTH_UNREADABLE, PERIOD_EMPTY, MONTHS_TOO_MANY (12).',
  })
  @Allow(anyone)
  async distinctPeople(
    @Root() store: StoreRow,
    @Args() months: ReportMonthsArgs,
    @Ctx() context: Context,
  ) {
    return await distinctPeople(context, await ofStore(context, store, aYear(months)));
  }
}

@Resolver(() => Place)
export class PlaceReportsResolver {
  @FieldResolver(() => MonthlyReport, {
    description:
      'What the stores and residents of a community did in a month; of a street, district or city, ' +
      'of all of its communities. Codes: MONTH_UNREADABLE, NO_REPORTS.',
  })
  @Allow(placeReportReader)
  monthlyReport(
    @Root() place: PlaceRow,
    @Arg('month', () => String, MONTH) month: string,
    @Ctx() context: Context,
  ): MonthOf | undefined {
    return monthsOf(ofPlace(context, place, aMonth(month)))[0];
  }

  @FieldResolver(() => [MonthlyReport], {
    description:
      'The same, month by month. Codes: MONTH_UNREADABLE, PERIOD_EMPTY, MONTHS_TOO_MANY, NO_REPORTS.',
  })
  @Allow(placeReportReader)
  monthlyReports(
    @Root() place: PlaceRow,
    @Args() months: ReportMonthsArgs,
    @Ctx() context: Context,
  ): MonthOf[] {
    return monthsOf(ofPlace(context, place, aLongTime(months)));
  }

  @FieldResolver(() => DistinctPeople, {
    description:
      'The households served and the residents who took part in some months, each counted once; ' +
      'not of districts and cities. Codes: MONTH_UNREADABLE, PERIOD_EMPTY, MONTHS_TOO_MANY (12), ' +
      'NO_REPORTS, PLACE_TOO_LARGE.',
  })
  @Allow(placeReportReader)
  async distinctPeople(
    @Root() place: PlaceRow,
    @Args() months: ReportMonthsArgs,
    @Ctx() context: Context,
  ) {
    return await distinctPeople(context, ofPlace(context, place, aYear(months, place)));
  }
}
