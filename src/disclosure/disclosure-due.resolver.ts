import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { DayScalar } from '../api/day.graphql';
import { loadKeyset } from '../api/keyset-list';
import { Grant } from '../grants/grant.graphql';
import { grantById } from '../grants/grant.reader';
import { dayOf, type Day } from '../kernel/calendar';
import { place } from '../society/place.reader';
import {
  DisclosureDue,
  DisclosureDueConnection,
  DisclosureKindEnum,
} from './disclosure-due.graphql';
import { dueOf, duesOfPlace, type DueRow } from './disclosure-due.reader';
import type { OpenBookOf } from './open-book-asked';
import { OpenBook } from './open-book.graphql';

@Resolver(() => OpenBook)
export class OpenBookDuesResolver {
  @FieldResolver(() => DisclosureDueConnection, {
    description: 'What grantees owe the public today, of the newest grants first.',
  })
  async disclosures(
    @Root() { place: { id, timeZone } }: OpenBookOf,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    const about = dayOf(context.now, timeZone);
    return await loadKeyset(context, duesOfPlace, { communityId: CITY, ownerId: id, about }, page);
  }
}

@Resolver(() => DisclosureDue)
export class DisclosureDueResolver {
  @FieldResolver(() => DisclosureKindEnum)
  async kind(@Root() row: DueRow, @Ctx() context: Context) {
    return dueOf(row, await todayAt(context, row)).kind;
  }

  @FieldResolver(() => DayScalar)
  async dueOn(@Root() row: DueRow, @Ctx() context: Context): Promise<Day> {
    return dueOf(row, await todayAt(context, row)).dueOn;
  }

  @FieldResolver(() => Boolean)
  async overdue(@Root() row: DueRow, @Ctx() context: Context) {
    return dueOf(row, await todayAt(context, row)).overdue;
  }

  @FieldResolver(() => Grant, { description: 'The grant of which it is to be told.' })
  async grant(@Root() { communityId, grantId }: DueRow, @Ctx() context: Context) {
    return await context.load(grantById, communityId, grantId);
  }
}

async function todayAt(context: Context, { communityId }: DueRow): Promise<Day> {
  return dayOf(context.now, (await place(context, communityId))?.timeZone ?? 'utc');
}
