import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Node } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { ResidentInput } from './resident.graphql';
import { servesHousehold } from './resident.policy';

@ObjectType({ implements: Node, description: 'A household (户) of a community.' })
@Allow(servesHousehold)
export class Household extends Node {
  @Field(() => String, { description: 'Where it is: building, entrance, door.' })
  address!: string;
}

@InputType({ description: 'A household with the people who live in it.' })
export class HouseholdInput {
  @Field(() => String, {
    description: 'Building, entrance, door; 1 to 200 characters, once in a community.',
  })
  address!: string;

  @Field(() => ID, { nullable: true, description: 'The grid (网格) it belongs to, if any.' })
  gridId?: string | null;

  @Field(() => [ResidentInput], { description: 'Who lives there, up to 20.' })
  residents!: ResidentInput[];
}

@InputType({ description: "Households to put on a community's register." })
export class RegisterHouseholdsInput {
  @Field(() => ID, { description: 'The community.' })
  communityId!: string;

  @Field(() => [HouseholdInput], { description: 'The households, 1 to 500: all or none.' })
  households!: HouseholdInput[];
}

@ObjectType({ description: 'The households that were registered.' })
export class RegisterHouseholdsPayload extends Payload {
  @Field(() => [Household], {
    nullable: true,
    description: 'The new households, in the order given; null if refused.',
  })
  households?: Household[];
}
