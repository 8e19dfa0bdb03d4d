import { Field, Int, ObjectType } from 'type-graphql';
import { Allow, withParent } from '../api/policy';
import { RichRefusal, UserError } from '../api/user-error.graphql';

@ObjectType({
  implements: UserError,
  description: 'The wallet holds fewer credits than this takes.',
})
@Allow(withParent)
@RichRefusal('INSUFFICIENT_CREDITS')
export class InsufficientCredits extends UserError {
  @Field(() => Int, { description: 'Whole credits that this takes.' })
  required!: number;

  @Field(() => Int, { description: 'Whole credits that the wallet holds.' })
  available!: number;
}

@ObjectType({
  implements: UserError,
  description: "The scheme's monthly cap leaves fewer credits to earn than this service brings.",
})
@Allow(withParent)
@RichRefusal('MONTHLY_CAP_REACHED')
export class MonthlyCapReached extends UserError {
  @Field(() => Int, { description: 'Whole credits that this service brings.' })
  required!: number;

  @Field(() => Int, { description: 'Whole credits that can still be earned in its month.' })
  available!: number;
}
