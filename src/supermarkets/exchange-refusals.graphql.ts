import { Field, Int, ObjectType } from 'type-graphql';
import { DayScalar } from '../api/day.graphql';
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
