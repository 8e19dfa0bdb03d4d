import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { Money } from '../api/money.graphql';
import { Entry } from '../books/entry.graphql';
import { entryById } from '../books/entry.reader';
import { Grant } from '../grants/grant.graphql';
import { grantById } from '../grants/grant.reader';
import { moneyIn } from '../grants/money';
import { dayOf } from '../kernel/calendar';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { bodyOn, placeOn } from './courtyard-body.reader';
import {
  CourtyardBooks,
  CourtyardReceipt,
  CourtyardReceiptConnection,
  CourtyardSum,
} from './courtyard-books.graphql';
import {
  receiptsOf,
  sumsOf,
  type CourtyardReceiptRow,
  type CourtyardSums,
} from './courtyard-books.reader';
import { GrantSpendingConnection } from './grant-spending.graphql';
import { spendingsInBooks } from './grant-spending.reader';

/** Whose books are open: an organisation's in one community. */
interface BooksOf {
  readonly communityId: string;
  readonly organisationId: string;
}

@Resolver(() => CourtyardBooks)
export class CourtyardBooksResolver {
  @FieldResolver(() => Organisation, { description: 'Whose books they are.' })
  async organisation(@Root() { organisationId }: BooksOf, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, organisationId);
  }

  @FieldResolver(() => [CourtyardSum], { description: 'What it all adds up to, by currency.' })
  async sums(@Root() { communityId, organisationId }: BooksOf, @Ctx() context: Context) {
    return await context.loadMany(sumsOf, communityId, organisationId);
  }

  @FieldResolver(() => CourtyardReceiptConnection, {
    description: 'What it was paid: the latest grant first, and the last tranche of it.',
  })
  async receipts(
    @Root() { communityId, organisationId: ownerId }: BooksOf,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, receiptsOf, { communityId, ownerId }, page);
  }

  @FieldResolver(() => GrantSpendingConnection, {
    description: 'What it has shown to be spent, the latest first; what was taken back among it.',
  })
  async spendings(
    @Root() { communityId, organisationId: ownerId }: BooksOf,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, spendingsInBooks, { communityId, ownerId }, page);
  }
}

@Resolver(() => CourtyardSum)
export class CourtyardSumResolver {
  @FieldResolver(() => Money)
  received(@Root() { currency, received }: CourtyardSums) {
    return moneyIn(currency, received);
  }

  @FieldResolver(() => Money)
  returned(@Root() { currency, returned }: CourtyardSums) {
    return moneyIn(currency, returned);
  }

  @FieldResolver(() => Money)
  accountedFor(@Root() { currency, accountedFor }: CourtyardSums) {
    return moneyIn(currency, accountedFor);
  }

  @FieldResolver(() => Money)
  unaccounted(@Root() { currency, unaccounted }: CourtyardSums) {
    return moneyIn(currency, unaccounted);
  }
}

@Resolver(() => CourtyardReceipt)
export class CourtyardReceiptResolver {
  @FieldResolver(() => Money)
  amount(@Root() { currency, minor }: CourtyardReceiptRow) {
    return moneyIn(currency, minor);
  }

  @FieldResolver(() => Grant, { nullable: true, description: 'The grant of which it is a part.' })
  async grant(@Root() { communityId, grantId }: CourtyardReceiptRow, @Ctx() context: Context) {
    return await context.load(grantById, communityId, grantId);
  }

  @FieldResolver(() => Entry, { nullable: true, description: 'The entry that paid it.' })
  async entry(@Root() { communityId, entryId }: CourtyardReceiptRow, @Ctx() context: Context) {
    return entryId === null ? null : await context.load(entryById, communityId, entryId);
  }
}

@Resolver(() => Place)
export class PlaceCourtyardBooksResolver {
  @FieldResolver(() => CourtyardBooks, {
    nullable: true,
    description:
      'The open books of the organisation that stands for it today; null where none does, or a ' +
      'council.',
  })
  async courtyardBooks(
    @Root() { id, timeZone }: PlaceRow,
    @Ctx() context: Context,
  ): Promise<BooksOf | null> {
    const body = await context.load(bodyOn, CITY, placeOn(id, dayOf(context.now, timeZone)));
    if (!body?.organisationId) return null;
    return { communityId: body.communityId, organisationId: body.organisationId };
  }
}
