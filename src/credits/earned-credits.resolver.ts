import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { Allow, anyone } from '../api/policy';
import { TurnoverArgs } from '../books/turnover.graphql';
import { readMonths } from '../books/turnover.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { EarnedCredits } from './earned-credits.graphql';
import { earnedCredits } from './earned-credits.reader';

@Resolver(() => Place)
export class PlaceEarnedCreditsResolver {
  @FieldResolver(() => [EarnedCredits], {
    description:
      'What credits were earned by here: service, goods given or courses, in sealed months. ' +
      'Codes: MONTH_UNREADABLE, PERIOD_EMPTY, MONTHS_TOO_MANY.',
  })
  @Allow(anyone)
  async creditsByReason(
    @Root() { id }: PlaceRow,
    @Args() months: TurnoverArgs,
    @Ctx() context: Context,
  ) {
    return await earnedCredits(context, readMonths(id, months));
  }
}
