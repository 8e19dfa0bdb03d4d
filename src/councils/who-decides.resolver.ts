import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { PoolDecider } from '../foundations/pool-decider.graphql';
import type { PoolDecider as DeciderRow } from '../foundations/pool-decider.reader';
import { Council } from './council.graphql';
import { councilById } from './council.reader';
import { setPoolDecider } from './set-pool-decider';
import { SetPoolDeciderInput, SetPoolDeciderPayload } from './who-decides.graphql';

@Resolver(() => PoolDecider)
export class WhoDecidesResolver {
  @FieldResolver(() => Council, {
    nullable: true,
    description: 'The council, where a council decides.',
  })
  async council(@Root() { communityId, councilId }: DeciderRow, @Ctx() context: Context) {
    return councilId === null ? null : await context.load(councilById, communityId, councilId);
  }

  @Mutation(() => SetPoolDeciderPayload, {
    description:
      'Says who decides what a pool gives from a moment on; what was submitted before stays with ' +
      'whoever decided then. What a procedure decides stays with it. Codes: ID_UNKNOWN, ' +
      'POOL_CLOSED, POOL_EARMARKED, RESOLUTION_NEEDED, BY_PROCEDURE_ONLY, DECIDER_UNCLEAR, ' +
      'OTHER_COMMUNITY, COUNCIL_DISSOLVED, RULE_IN_PAST.',
  })
  @Allow(byCommand("The foundation's chair"))
  async setPoolDecider(
    @Arg('input', () => SetPoolDeciderInput) input: SetPoolDeciderInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ pool: await setPoolDecider(work, input) }));
  }
}
