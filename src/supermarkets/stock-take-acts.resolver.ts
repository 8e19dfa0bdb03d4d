import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { approveStockTake } from './approve-stock-take';
import { closeStockTake } from './close-stock-take';
import { declineStockTake } from './decline-stock-take';
import { recordCount } from './record-count';
import { startStockTake } from './start-stock-take';
import {
  ApproveStockTakeInput,
  ApproveStockTakePayload,
  CloseStockTakeInput,
  CloseStockTakePayload,
  DeclineStockTakeInput,
  DeclineStockTakePayload,
  RecordCountInput,
  RecordCountPayload,
  StartStockTakeInput,
  StartStockTakePayload,
} from './stock-take-acts.graphql';

const STOREKEEPERS = "The storekeepers of the store's operator";
const DECIDERS = `${STOREKEEPERS}, and the treasurer of the foundation behind its pool`;

@Resolver()
export class StockTakeActsResolver {
  @Mutation(() => StartStockTakePayload, {
    description:
      'Starts counting what lies in a store, which has no other undecided stock-take. ' +
      'Codes: ID_UNKNOWN, STOCK_TAKE_OPEN.',
  })
  @Allow(byCommand(STOREKEEPERS))
  async startStockTake(
    @Arg('input', () => StartStockTakeInput) input: StartStockTakeInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      stockTake: await startStockTake(work, input),
    }));
  }

  @Mutation(() => RecordCountPayload, {
    description:
      'Writes down what was counted of some lots, each once in a stock-take; what moves later is ' +
      'no difference. Codes: ID_UNKNOWN, OTHER_COMMUNITY, STOCK_TAKE_DECIDED, STOCK_TAKE_CLOSED, ' +
      'NO_LINES, TOO_MANY_LINES, COUNT_RANGE, LOT_ELSEWHERE, LOT_OF_OTHER_PRODUCT, ' +
      'LOT_RECALLED, LOT_PAST_ITS_DAY, COUNTED_TOO_EARLY, OCCURRED_TOO_LONG_AGO, OCCURRED_IN_FUTURE, ' +
      'COUNTED_BEFORE.',
  })
  @Allow(byCommand("The storekeepers and clerks of the store's operator"))
  async recordCount(
    @Arg('input', () => RecordCountInput) input: RecordCountInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ stockTake: await recordCount(work, input) }));
  }

  @Mutation(() => CloseStockTakePayload, {
    description:
      'Ends the counting and works out the differences, each lot as the books held it when it was ' +
      'counted; once more: anew, where something came in late. ' +
      'Codes: ID_UNKNOWN, STOCK_TAKE_DECIDED, NOTHING_COUNTED.',
  })
  @Allow(byCommand(STOREKEEPERS))
  async closeStockTake(
    @Arg('input', () => CloseStockTakeInput) input: CloseStockTakeInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      stockTake: await closeStockTake(work, input),
    }));
  }

  @Mutation(() => ApproveStockTakePayload, {
    description:
      'Lets the books follow what was counted, by entries of today; another person than the one ' +
      'who started it. Codes: ID_UNKNOWN, STOCK_TAKE_DECIDED, STOCK_TAKE_NOT_CLOSED, ' +
      'SECOND_PERSON_NEEDED, LOT_MOVED, KEY_UNUSABLE, KEY_REUSED.',
  })
  @Allow(byCommand(DECIDERS))
  async approveStockTake(
    @Arg('input', () => ApproveStockTakeInput) input: ApproveStockTakeInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      stockTake: await approveStockTake(work, input),
    }));
  }

  @Mutation(() => DeclineStockTakePayload, {
    description:
      'Lets a stock-take come to nothing; the books stay as they are. ' +
      'Codes: ID_UNKNOWN, STOCK_TAKE_DECIDED, TEXT_LENGTH.',
  })
  @Allow(byCommand(DECIDERS))
  async declineStockTake(
    @Arg('input', () => DeclineStockTakeInput) input: DeclineStockTakeInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      stockTake: await declineStockTake(work, input),
    }));
  }
}
