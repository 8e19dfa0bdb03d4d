import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { toUserError } from '../api/user-error.graphql';
import type { UnitOfWork } from '../kernel/unit-of-work';
import {
  PreviewExchangeInput,
  PreviewExchangePayload,
  RecordExchangeInput,
  RecordExchangePayload,
  VoidExchangeInput,
  VoidExchangePayload,
} from './exchange.graphql';
import './exchange-refusals.graphql';
import { previewExchange } from './preview-exchange';
import { recordExchange } from './record-exchange';
import { recordExchanges } from './record-exchanges';
import { RecordExchangesInput, RecordExchangesPayload } from './record-exchanges.graphql';
import { voidExchange } from './void-exchange';

@Resolver()
export class ExchangeCommandsResolver {
  @Query(() => PreviewExchangePayload, {
    description:
      'What an exchange would do, and all that it would be refused for; records nothing. Codes: ' +
      'those of recordExchange, without the key’s.',
  })
  @Allow(byCommand("The storekeepers and clerks of the store's operator"))
  async previewExchange(
    @Arg('input', () => PreviewExchangeInput, { description: 'What would be taken.' })
    input: PreviewExchangeInput,
    @Ctx() context: Context,
  ) {
    const preview = (work: UnitOfWork) => previewExchange(work, input);
    const seen = await answer(context.unkept(), async (work) => ({ preview: await preview(work) }));
    const refusals = seen.preview?.refusals ?? [];
    const met = refusals.map((refusal) => toUserError(refusal, context.language));
    return { ...seen, userErrors: [...seen.userErrors, ...met] };
  }

  @Mutation(() => RecordExchangePayload, {
    description:
      'Gives goods of a store for credits of a resident: one entry in the books, decided at once. ' +
      'Codes: ID_UNKNOWN, OTHER_COMMUNITY, NO_LINES, TOO_MANY_LINES, QUANTITY_OUT_OF_RANGE, ' +
      'OCCURRED_TOO_LONG_AGO, OCCURRED_IN_FUTURE, NOT_A_RESIDENT, OWN_EXCHANGE, WALLET_FROZEN, ' +
      'NO_SCHEME, BLACKOUT, TOO_YOUNG, AGE_UNKNOWN, OUT_OF_STOCK, INSUFFICIENT_CREDITS, ' +
      'ALLOWANCE_EXCEEDED, POOL_SHORT, TEXT_LENGTH, LOT_ELSEWHERE, LOT_OF_OTHER_PRODUCT, ' +
      'LOT_RECALLED, LOT_EXPIRED, LOT_SHORT, ' +
      'ACCOUNT_CLOSED, BOOKS_BUSY, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand("The storekeepers and clerks of the store's operator"))
  async recordExchange(
    @Arg('input', () => RecordExchangeInput) input: RecordExchangeInput,
    @Ctx() context: Context,
  ) {
    const act = async (work: UnitOfWork) => ({ exchange: await recordExchange(work, input) });
    return await answer(context.unkept(), act);
  }

  @Mutation(() => RecordExchangesPayload, {
    description:
      'Records exchanges that tills made without a connection, each as recordExchange would under ' +
      'its key: accepted or refused by itself, those of one resident or product in their order. ' +
      'What is refused for good stays as a task of its store; asking again gives the same answers. ' +
      'Codes: NO_EXCHANGES, TOO_MANY_EXCHANGES; of each exchange: ID_UNKNOWN, OTHER_COMMUNITY, ' +
      'NO_LINES, TOO_MANY_LINES, QUANTITY_OUT_OF_RANGE, OCCURRED_TOO_LONG_AGO, ' +
      'OCCURRED_IN_FUTURE, NOT_A_RESIDENT, OWN_EXCHANGE, WALLET_FROZEN, NO_SCHEME, BLACKOUT, ' +
      'TOO_YOUNG, AGE_UNKNOWN, OUT_OF_STOCK, INSUFFICIENT_CREDITS, ALLOWANCE_EXCEEDED, ' +
      'POOL_SHORT, TEXT_LENGTH, LOT_ELSEWHERE, LOT_OF_OTHER_PRODUCT, LOT_RECALLED, LOT_EXPIRED, ' +
      'LOT_SHORT, ACCOUNT_CLOSED, BOOKS_BUSY, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand("The storekeepers and clerks of each store's operator"))
  async recordExchanges(
    @Arg('input', () => RecordExchangesInput) input: RecordExchangesInput,
    @Ctx() context: Context,
  ) {
    const act = async (work: UnitOfWork) => ({ results: await recordExchanges(work, input) });
    return await answer(context.unkept(), act);
  }

  @Mutation(() => VoidExchangePayload, {
    description:
      'Takes an exchange back, once: goods, credits and allowance are as if it had not been. ' +
      'Codes: ID_UNKNOWN, TEXT_LENGTH, DAY_OVER, OWN_EXCHANGE, ALREADY_VOIDED, OPERATOR_SETTLED, ' +
      'ACCOUNT_CLOSED, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand("Storekeepers of the store's operator; the clerk who recorded it, that day"))
  async voidExchange(
    @Arg('input', () => VoidExchangeInput) input: VoidExchangeInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ exchange: await voidExchange(work, input) }));
  }
}
