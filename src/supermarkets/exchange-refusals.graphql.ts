import { Field, Int, ObjectType } from 'type-graphql';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { Allow, withParent } from '../api/policy';
import { RichRefusal, UserError } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import { Product } from './product.graphql';

@ObjectType({
  implements: UserError,
  description: 'There is too little of a product that is still good.',
})
@Allow(withParent)
@RichRefusal('OUT_OF_STOCK')
export class OutOfStock extends UserError {
  @Field(() => Product, { description: 'The product.' })
  product!: Product;

  @Field(() => Int, { description: 'Pieces that are there.' })
  available!: number;
}

@ObjectType({
  implements: UserError,
  description: "It is more than the household's allowance of a class of goods leaves.",
})
@Allow(withParent)
@RichRefusal('ALLOWANCE_EXCEEDED')
export class AllowanceExceeded extends UserError {
  @Field(() => String, { description: "The class's code." })
  productClass!: string;

  @Field(() => Int, { description: 'Pieces that the household may still take.' })
  remaining!: number;

  @Field(() => DayScalar, { description: 'The day on which the next allowance begins.' })
  until!: Day;
}

@ObjectType({
  implements: UserError,
  description: 'No goods, or none of a class, are given at this time.',
})
@Allow(withParent)
@RichRefusal('BLACKOUT')
export class Blackout extends UserError {
  @Field(() => MomentScalar, { nullable: true, description: 'When it ends; null: not by itself.' })
  until!: Date | null;
}

@ObjectType({ implements: UserError, description: 'Who takes the goods is too young for them.' })
@Allow(withParent)
@RichRefusal('TOO_YOUNG')
export class TooYoung extends UserError {
  @Field(() => Int, { description: 'The age from which they are given, in years.' })
  minimumAge!: number;
}
