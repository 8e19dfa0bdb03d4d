import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { MomentScalar } from '../api/day.graphql';
import { PoolDecider } from './pool-decider.graphql';
import { loadDecider } from './pool-decider.reader';
import type { PoolRow } from './pool.entity';
import { Pool } from './pool.graphql';

@Resolver(() => Pool)
export class PoolDeciderResolver {
  @FieldResolver(() => PoolDecider, {
    description:
      'Who decides what it gives. An application is decided by whoever did so when it was ' +
      'submitted.',
  })
  async decider(
    @Root() pool: PoolRow,
    @Arg('at', () => MomentScalar, { nullable: true, description: 'When; now if left out.' })
    at: Date | null | undefined,
    @Ctx() context: Context,
  ) {
    return await loadDecider(context, pool, at ?? context.now);
  }
}
