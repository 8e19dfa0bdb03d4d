import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { loadPage } from '../api/paged';
import { Allow, byCommand } from '../api/policy';
import { Entry } from '../books/entry.graphql';
import { entryById } from '../books/entry.reader';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { Place } from '../society/place.graphql';
import type { PlaceRow } from '../society/place.entity';
import { placeBooksReader } from './payments.policy';
import type { PayoutShareRow } from './payout-share.entity';
import {
  PayoutShare,
  PayoutShareConnection,
  PayoutShareStateEnum,
  RecordPayoutArrivalInput,
  RecordPayoutArrivalPayload,
} from './payout-share.graphql';
import { shareById, sharesOfPlace } from './payout-share.reader';
import { recordPayoutArrival } from './record-payout-arrival';

tenantNode('PayoutShare', (context, ref) => context.load(shareById, ref.communityId, ref.id));

@Resolver(() => PayoutShare)
export class PayoutShareResolver {
  @FieldResolver(() => Money, { description: 'How much, in the currency of the payout.' })
  amount(@Root() { currency: code, minor }: PayoutShareRow) {
    return toMoney(amount(currency(code), BigInt(minor)));
  }

  @FieldResolver(() => PayoutShareStateEnum, { description: 'Where the money is.' })
  state(@Root() { failedEntryId, arrivedEntryId }: PayoutShareRow) {
    if (failedEntryId) return 'failed';
    return arrivedEntryId ? 'arrived' : 'in_transit';
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "The foundation whose it is; null: the city's own.",
  })
  async foundation(@Root() share: PayoutShareRow, @Ctx() context: Context) {
    const { communityId, holderId } = share;
    return holderId === communityId ? null : await context.load(organisationById, CITY, holderId);
  }

  @FieldResolver(() => Entry, { description: 'The entry that sent it.' })
  async entry(@Root() { communityId, entryId }: PayoutShareRow, @Ctx() context: Context) {
    return await context.load(entryById, communityId, entryId);
  }

  @Mutation(() => RecordPayoutArrivalPayload, {
    description:
      "Records that a payout stands on the bank's statement. Codes: ID_UNKNOWN, PAYOUT_FAILED, " +
      'PAYOUT_ARRIVED, OCCURRED_IN_FUTURE, TEXT_LENGTH, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand("The foundation's treasurer; an officer for what is the city's own"))
  async recordPayoutArrival(
    @Arg('input', () => RecordPayoutArrivalInput) input: RecordPayoutArrivalInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      share: await recordPayoutArrival(work, input),
    }));
  }
}

@Resolver(() => Place)
export class PlacePayoutsResolver {
  @FieldResolver(() => PayoutShareConnection, {
    description: 'What payouts of the processor brought into its books, in order.',
  })
  @Allow(placeBooksReader)
  async payouts(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadPage(context, sharesOfPlace, id, null, page);
  }
}
