import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';

@ObjectType({
  implements: Node,
  description:
    'A charity supermarket (慈善超市): it gives welfare goods for credits, on premises that somebody ' +
    'lends, run by an operator.',
})
@Allow(anyone)
export class Store extends Node {
  @Field(() => String, { description: 'Its short code; the numbers on its slips begin with it.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => DayScalar, { description: 'The day it was opened.' })
  openedOn!: Day;
}

export const StoreConnection = connectionOf(Store);

@InputType({ description: 'A store to open.' })
export class OpenStoreInput {
  @Field(() => ID, { description: 'The Place whose books shall hold its goods.' })
  communityId!: string;

  @Field(() => String, { description: 'Its name, 1 to 100 characters.' })
  name!: string;

  @Field(() => String, { description: '2 to 8 capitals and digits, once in a community.' })
  code!: string;

  @Field(() => ID, { description: 'Who runs it: an Organisation of kind SUPERMARKET_OPERATOR.' })
  operatorId!: string;

  @Field(() => ID, { description: 'Who lends the premises: an Organisation of any kind.' })
  premisesOwnerId!: string;

  @Field(() => ID, {
    description: "The pool, of the same books, that pays for the operator's own goods.",
  })
  poolId!: string;
}

@ObjectType({ description: 'The store that was opened.' })
export class OpenStorePayload extends Payload {
  @Field(() => Store, { nullable: true, description: 'The store; null if refused.' })
  store?: Store;
}
