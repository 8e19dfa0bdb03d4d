import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { Money } from '../api/money.graphql';
import { Allow, anyone } from '../api/policy';
import { rolledUntil } from '../books/turnover.reader';
import { GrantConnection } from '../grants/grant.graphql';
import { grantsOfPlace } from '../grants/grant.reader';
import { MonthlyReport } from '../reports/monthly-report.graphql';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import type { MoneySide } from './loop';
import { NOT_COUNTED, type NotCounted } from './not-counted';
import { readOpenBook, type OpenBookOf } from './open-book-asked';
import { flowsOf, linesOf, moneyOf, shownReliance } from './open-book-lines';
import { creditsIn, reportsOf } from './open-book-reports';
import { NotCountedEnum } from './open-book.enums';
import {
  LoopFlow,
  MoneyLine,
  OpenBook,
  OpenBookArgs,
  OpenBookCredits,
  OpenBookMonth,
  SelfReliance,
} from './open-book.graphql';
import { allSums, isOf, sumsIn, totalOf } from './open-book.reader';
import {
  NumberArgs,
  NumberTotal,
  PublicEntriesArgs,
  PublicEntryConnection,
} from './public-entry.graphql';
import { entriesBeneath, sumsNamed } from './public-entry.reader';
import { byMonth, selfReliance } from './self-reliance';

@Resolver(() => Place)
export class PlaceOpenBookResolver {
  @FieldResolver(() => OpenBook, {
    nullable: true,
    description:
      'The open book of a place: what everybody may know of its money; null where it keeps no books ' +
      'of its own. Of a street, district or city, its own money alone. Codes: MONTH_UNREADABLE, ' +
      'PERIOD_EMPTY, MONTHS_TOO_MANY.',
  })
  @Allow(anyone)
  openBook(@Root() place: PlaceRow, @Args() asked: OpenBookArgs, @Ctx() context: Context) {
    return place.keepsBooks ? readOpenBook(context, place, asked) : null;
  }
}

@Resolver(() => OpenBook)
export class OpenBookResolver {
  @FieldResolver()
  from(@Root() { from }: OpenBookOf): string {
    return from.slice(0, 7);
  }

  @FieldResolver()
  until(@Root() { until }: OpenBookOf): string {
    return until.slice(0, 7);
  }

  @FieldResolver()
  async sealedUntil(@Root() { place }: OpenBookOf, @Ctx() context: Context) {
    return (await context.load(rolledUntil, CITY, place.id))?.untilAt ?? null;
  }

  @FieldResolver(() => Money, { description: 'All that came in.' })
  async received(@Root() of: OpenBookOf, @Ctx() context: Context) {
    return await wholeOf(context, of, 'income');
  }

  @FieldResolver(() => Money, { description: 'All that was used.' })
  async used(@Root() of: OpenBookOf, @Ctx() context: Context) {
    return await wholeOf(context, of, 'use');
  }

  @FieldResolver(() => [MoneyLine], { description: 'What came in, by source.' })
  async income(@Root() of: OpenBookOf, @Ctx() context: Context) {
    return await sideOf(context, of, 'income');
  }

  @FieldResolver(() => [MoneyLine], { description: 'What was used, by use.' })
  async uses(@Root() of: OpenBookOf, @Ctx() context: Context) {
    return await sideOf(context, of, 'use');
  }

  @FieldResolver(() => [MoneyLine], {
    description: 'What grantees have shown to be spent of what they were paid.',
  })
  async proof(@Root() of: OpenBookOf, @Ctx() context: Context) {
    return await sideOf(context, of, 'proof');
  }

  @FieldResolver(() => [LoopFlow], {
    description:
      'How money went round the closed loop. What a node got and gave may differ: pools hold money ' +
      'over the end of a year, and grantees show later what they spent.',
  })
  async flows(@Root() of: OpenBookOf, @Ctx() context: Context) {
    const flows = flowsOf(await sumsIn(context, of));
    return flows.map(({ minor, ...flow }) => ({ ...flow, money: moneyOf(of, minor) }));
  }

  @FieldResolver(() => SelfReliance, { description: 'How self-reliant it was in all its months.' })
  async selfReliance(@Root() of: OpenBookOf, @Ctx() context: Context) {
    return shownReliance(of, selfReliance(await sumsIn(context, of)));
  }

  @FieldResolver(() => [OpenBookMonth], { description: 'The same over time, month by month.' })
  async months(@Root() of: OpenBookOf, @Ctx() context: Context) {
    return byMonth(await allSums(context, of), of).map(({ month, inMonth, inYear, used }) => ({
      month: month.slice(0, 7),
      inMonth: shownReliance(of, inMonth),
      inYear: shownReliance(of, inYear),
      used: moneyOf(of, used),
    }));
  }

  @FieldResolver(() => [NotCountedEnum], { description: 'What none of its figures count.' })
  notCounted(): readonly NotCounted[] {
    return NOT_COUNTED;
  }

  @FieldResolver(() => OpenBookCredits, {
    nullable: true,
    description: 'What became of credits; null of a street, district or city.',
  })
  async credits(@Root() of: OpenBookOf, @Ctx() context: Context) {
    return await creditsIn(context, of);
  }

  @FieldResolver(() => [MonthlyReport], {
    description:
      'Goods, credits and people month by month, as strangers are told of them whoever asks; none ' +
      'of a street, district or city.',
  })
  reports(@Root() of: OpenBookOf, @Ctx() context: Context) {
    return reportsOf(context, of);
  }

  @FieldResolver(() => GrantConnection, {
    description: 'What its pools were granted for, in all its time, newest first.',
  })
  async grants(@Root() { place }: OpenBookOf, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadKeyset(context, grantsOfPlace, { communityId: CITY, ownerId: place.id }, page);
  }

  @FieldResolver(() => NumberTotal, {
    description:
      'What a number of these months comes to: the sum of the entries beneath it. Codes: ' +
      'ID_UNKNOWN, OTHER_COMMUNITY.',
  })
  async total(@Root() of: OpenBookOf, @Args() asked: NumberArgs, @Ctx() context: Context) {
    const { minor, entries } = totalOf(await sumsNamed(context, of, asked));
    return { money: moneyOf(of, minor), entries };
  }

  @FieldResolver(() => PublicEntryConnection, {
    description:
      'The entries beneath a number of these months, the latest first. Codes: ID_UNKNOWN, ' +
      'OTHER_COMMUNITY.',
  })
  async entries(@Root() of: OpenBookOf, @Args() asked: PublicEntriesArgs, @Ctx() context: Context) {
    return await entriesBeneath(context, of, asked, asked);
  }
}

async function wholeOf(context: Context, of: OpenBookOf, side: MoneySide): Promise<Money> {
  return moneyOf(of, totalOf((await sumsIn(context, of)).filter(isOf(side))).minor);
}

async function sideOf(context: Context, of: OpenBookOf, side: MoneySide) {
  const lines = linesOf(await sumsIn(context, of), side);
  return lines.map(({ minor, ...line }) => ({ ...line, money: moneyOf(of, minor) }));
}
