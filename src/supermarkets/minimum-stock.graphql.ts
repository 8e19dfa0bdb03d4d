import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar } from '../api/day.graphql';
import { Allow, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import { Store } from './store.graphql';

@ObjectType({ description: 'A product of which a store has less than it shall always have.' })
@Allow(withParent)
export class LowStock {
  @Field(() => Int, { description: 'Pieces that it shall always have.' })
  minimum!: number;

  @Field(() => Int, { description: 'Pieces on the shelf that are good today.' })
  shelf!: number;

  @Field(() => Int, { description: 'Pieces on their way to it from other stores.' })
  coming!: number;
}

export const LowStockConnection = connectionOf(LowStock);

@InputType({ description: 'How much of a product a store shall always have.' })
export class SetMinimumStockInput {
  @Field(() => ID, { description: 'The store.' })
  storeId!: string;

  @Field(() => ID, { description: 'The product, of the same community.' })
  productId!: string;

  @Field(() => Int, { description: 'Pieces, 0 to 100,000; 0: none.' })
  pieces!: number;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'From which day on, today or later; left out: today.',
  })
  validFrom?: Day | null;
}

@ObjectType({ description: 'The store whose minimum was set.' })
export class SetMinimumStockPayload extends Payload {
  @Field(() => Store, { nullable: true, description: 'The store; null if refused.' })
  store?: Store;
}
