import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { MomentScalar } from '../api/day.graphql';
import { toMoney } from '../api/money.graphql';
import { Allow, byCommand } from '../api/policy';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { poolAt } from './pool-decider.reader';
import { SetPoolThresholdsInput, SetPoolThresholdsPayload } from './pool-threshold.graphql';
import { thresholdsAt } from './pool-threshold.reader';
import type { PoolRow } from './pool.entity';
import { Pool, Threshold } from './pool.graphql';
import { setPoolThresholds } from './set-pool-thresholds';

@Resolver(() => Pool)
export class PoolThresholdResolver {
  @FieldResolver(() => [Threshold], {
    description:
      'Approvals by amount, at most 10 lines. An application keeps the table that held when it was ' +
      'submitted.',
  })
  async thresholds(
    @Root() pool: PoolRow,
    @Arg('at', () => MomentScalar, { nullable: true, description: 'When; now if left out.' })
    at: Date | null | undefined,
    @Ctx() context: Context,
  ) {
    const key = poolAt(pool.id, at ?? context.now);
    const rows = await context.loadMany(thresholdsAt, pool.communityId, key);
    const asset = currency(pool.currency);
    return rows.map(({ fromMinor, approvals }) => ({
      from: toMoney(amount(asset, BigInt(fromMinor))),
      approvals,
    }));
  }

  @Mutation(() => SetPoolThresholdsPayload, {
    description:
      "Sets a pool's table of approvals from a moment on; what was submitted before keeps its own. " +
      'Codes: ID_UNKNOWN, POOL_CLOSED, POOL_EARMARKED, RESOLUTION_NEEDED, RULE_IN_PAST, ' +
      'THRESHOLDS_COUNT, THRESHOLDS_START, THRESHOLDS_ORDER, APPROVALS_RANGE, AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, ' +
      'AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE, WRONG_CURRENCY.',
  })
  @Allow(byCommand("The foundation's chair"))
  async setPoolThresholds(
    @Arg('input', () => SetPoolThresholdsInput) input: SetPoolThresholdsInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ pool: await setPoolThresholds(work, input) }));
  }
}
