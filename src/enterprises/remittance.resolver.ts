import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { DayScalar } from '../api/day.graphql';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { Entry } from '../books/entry.graphql';
import { entryById } from '../books/entry.reader';
import { Pool } from '../foundations/pool.graphql';
import { poolById } from '../foundations/pool.reader';
import { dayOf } from '../kernel/calendar';
import { place } from '../society/place.reader';
import { Declaration } from './declaration.graphql';
import { declarationById } from './declaration.reader';
import { remitSurplus } from './remit-surplus';
import {
  RemitSurplusInput,
  RemitSurplusPayload,
  Remittance,
  RemittanceShare,
} from './remittance.graphql';
import {
  remittanceById,
  type Remittance as Remitted,
  type RemittanceShare as Share,
} from './remittance.reader';

tenantNode('Remittance', (context, ref) => context.load(remittanceById, ref.communityId, ref.id));

@Resolver(() => Remittance)
export class RemittanceResolver {
  @FieldResolver(() => Money)
  amount(@Root() { amount }: Remitted) {
    return toMoney(amount);
  }

  @FieldResolver(() => DayScalar)
  async receivedOn(@Root() { communityId, receivedAt }: Remitted, @Ctx() context: Context) {
    const books = await place(context, communityId);
    return dayOf(receivedAt, books?.timeZone ?? 'utc');
  }

  @FieldResolver(() => Declaration, { description: 'The declaration it was for.' })
  async declaration(@Root() { communityId, declarationId }: Remitted, @Ctx() context: Context) {
    return await context.load(declarationById, communityId, declarationId);
  }

  @FieldResolver(() => Entry, { description: 'The entry in the books where it arrived.' })
  async entry(@Root() { communityId, id }: Remitted, @Ctx() context: Context) {
    return await context.load(entryById, communityId, id);
  }

  @Mutation(() => RemitSurplusPayload, {
    description:
      'Records that part of a promised surplus has arrived, and splits it over pools. Codes: ' +
      'ID_UNKNOWN, WRONG_CURRENCY, AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, ' +
      'AMOUNT_TOO_LARGE, OCCURRED_IN_FUTURE, RECEIVED_BEFORE_PERIOD, NO_PLAN, POOL_CLOSED, ' +
      'PLEDGE_EXCEEDED, ACCOUNT_CLOSED, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand("The enterprise's director or bookkeeper, or a treasurer of the place"))
  async remitSurplus(
    @Arg('input', () => RemitSurplusInput) input: RemitSurplusInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ remittance: await remitSurplus(work, input) }));
  }
}

@Resolver(() => RemittanceShare)
export class RemittanceShareResolver {
  @FieldResolver(() => Money)
  amount(@Root() { amount }: Share) {
    return toMoney(amount);
  }

  @FieldResolver(() => Pool, { description: 'The pool.' })
  async pool(@Root() { booksId, poolId }: Share, @Ctx() context: Context) {
    return await context.load(poolById, booksId, poolId);
  }
}
