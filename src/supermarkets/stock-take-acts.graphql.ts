import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { Payload } from '../api/user-error.graphql';
import { StockTake } from './stock-take.graphql';

@InputType({ description: 'A store to count.' })
export class StartStockTakeInput {
  @Field(() => ID, { description: 'The store.' })
  storeId!: string;
}

@InputType({ description: 'What was counted of a lot.' })
export class CountLineInput {
  @Field(() => ID, { description: 'The product, as its label says.' })
  productId!: string;

  @Field(() => ID, { description: 'The lot.' })
  lotId!: string;

  @Field(() => Int, { description: 'Pieces that were there, 0 to 100,000.' })
  pieces!: number;
}

@InputType({ description: 'What was counted of some lots at one moment.' })
export class RecordCountInput {
  @Field(() => ID, { description: 'The stock-take.' })
  stockTakeId!: string;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When they were counted, at most 72 hours ago; left out: now.',
  })
  countedAt?: Date | null;

  @Field(() => [CountLineInput], { description: '1 to 100 lots.' })
  lines!: CountLineInput[];
}

@InputType({ description: 'A stock-take whose counting is over.' })
export class CloseStockTakeInput {
  @Field(() => ID, { description: 'The stock-take.' })
  stockTakeId!: string;
}

@InputType({ description: 'A stock-take to approve.' })
export class ApproveStockTakeInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The stock-take.' })
  stockTakeId!: string;
}

@InputType({ description: 'A stock-take that shall come to nothing.' })
export class DeclineStockTakeInput {
  @Field(() => ID, { description: 'The stock-take.' })
  stockTakeId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({ description: 'The stock-take that was started.' })
export class StartStockTakePayload extends Payload {
  @Field(() => StockTake, { nullable: true, description: 'The stock-take; null if refused.' })
  stockTake?: StockTake;
}

@ObjectType({ description: 'The stock-take that is being counted.' })
export class RecordCountPayload extends Payload {
  @Field(() => StockTake, { nullable: true, description: 'The stock-take; null if refused.' })
  stockTake?: StockTake;
}

@ObjectType({ description: 'The stock-take with its differences.' })
export class CloseStockTakePayload extends Payload {
  @Field(() => StockTake, { nullable: true, description: 'The stock-take; null if refused.' })
  stockTake?: StockTake;
}

@ObjectType({ description: 'The stock-take that was approved.' })
export class ApproveStockTakePayload extends Payload {
  @Field(() => StockTake, { nullable: true, description: 'The stock-take; null if refused.' })
  stockTake?: StockTake;
}

@ObjectType({ description: 'The stock-take that came to nothing.' })
export class DeclineStockTakePayload extends Payload {
  @Field(() => StockTake, { nullable: true, description: 'The stock-take; null if refused.' })
  stockTake?: StockTake;
}
