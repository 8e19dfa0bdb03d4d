import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { CITY, type Context } from '../api/context';
import { Money, toMoney } from '../api/money.graphql';
import { Allow, byCommand } from '../api/policy';
import { journalReader } from '../books/books.policy';
import { Entry } from '../books/entry.graphql';
import { assetOf, entryById } from '../books/entry.reader';
import { cityRef } from '../kernel/global-id';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { placeById } from '../society/place.reader';
import { Due, SettleClearingInput, SettleClearingPayload, Settlement } from './clearing.graphql';
import { duesOf, type DueRow } from './due.reader';
import { settleClearing, type Settlement as Settled } from './settle-clearing';

@Resolver(() => Settlement)
export class SettlementResolver {
  @FieldResolver(() => Money)
  amount(@Root() { amount }: Settled): Money {
    return toMoney(amount);
  }

  @FieldResolver(() => Entry, { description: "The entry in the payer's books." })
  async paid(@Root() { payer, paidEntryId }: Settled, @Ctx() context: Context) {
    return await context.load(entryById, payer.booksId, paidEntryId);
  }

  @FieldResolver(() => Entry, {
    nullable: true,
    description: "The entry in the payee's books, for those who may read them.",
  })
  async received(@Root() { payee, receivedEntryId }: Settled, @Ctx() context: Context) {
    return await context.load(entryById, payee.booksId, receivedEntryId);
  }

  @Mutation(() => SettleClearingPayload, {
    description:
      'Pays what one set of books owes another. Codes: ID_UNKNOWN, ORGANISATION_KIND, ' +
      'KEEPS_NO_BOOKS, SAME_PARTY, DUE_EXCEEDED, BANK_SHORT, AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, ' +
      'AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE, KEY_UNUSABLE, KEY_REUSED, OCCURRED_IN_FUTURE, ' +
      'PAID_TOO_LONG_AGO.',
  })
  @Allow(byCommand("The payer's treasurer"))
  async settleClearing(
    @Arg('input', () => SettleClearingInput) input: SettleClearingInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      settlement: await settleClearing(work, input),
    }));
  }
}

@Resolver(() => Due)
export class DueResolver {
  @FieldResolver(() => Money)
  async amount(@Root() { assetId, minor }: DueRow, @Ctx() context: Context): Promise<Money> {
    return toMoney({ asset: await assetOf(context, assetId), minor });
  }

  @FieldResolver(() => Place, { description: 'The place that keeps the other set of books.' })
  async place(@Root() { booksId }: DueRow, @Ctx() context: Context) {
    return await context.load(placeById, CITY, booksId);
  }

  @FieldResolver(() => Organisation, { description: 'The foundation on the other side.' })
  async foundation(@Root() { foundationId }: DueRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, foundationId);
  }
}

@Resolver(() => Place)
export class PlaceDuesResolver {
  @FieldResolver(() => [Due], {
    description:
      "What stands open between a foundation in this place's books and others elsewhere; one line " +
      'per counterpart and currency.',
  })
  @Allow(journalReader)
  async dues(
    @Root() { id }: PlaceRow,
    @Arg('foundationId', () => ID, { description: 'The foundation (Organisation).' })
    foundationId: string,
    @Ctx() context: Context,
  ) {
    return await duesOf(context.db, id, cityRef('Organisation', foundationId, ['foundationId']));
  }
}
