import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';

@ObjectType({
  implements: Node,
  description: 'A drive (募集活动): on these days, at this place, goods are collected for stores.',
})
@Allow(anyone)
export class GoodsDrive extends Node {
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'Where, in words.' })
  place!: string;

  @Field(() => DayScalar, { description: 'Its first day.' })
  startsOn!: Day;

  @Field(() => DayScalar, { description: 'Its last day.' })
  endsOn!: Day;

  @Field(() => Int, { description: 'How many gifts came in under it.' })
  gifts!: number;

  @Field(() => Int, { description: 'How many pieces they were.' })
  pieces!: number;
}

export const GoodsDriveConnection = connectionOf(GoodsDrive);

@InputType({ description: 'A drive to open.' })
export class OpenGoodsDriveInput {
  @Field(() => ID, { description: 'The community (Place) whose stores receive the goods.' })
  communityId!: string;

  @Field(() => String, { description: 'What it is called, 1 to 100 characters.' })
  title!: string;

  @Field(() => String, { description: 'Where, in words, 1 to 100 characters.' })
  place!: string;

  @Field(() => ID, { nullable: true, description: 'The Organisation that holds it, if one does.' })
  organiserId?: string | null;

  @Field(() => DayScalar, { description: 'Its first day.' })
  startsOn!: Day;

  @Field(() => DayScalar, {
    description: 'Its last day, today or later, at most 92 days after the first.',
  })
  endsOn!: Day;
}

@InputType({ description: 'A drive to end today.' })
export class EndGoodsDriveInput {
  @Field(() => ID, { description: 'The drive.' })
  driveId!: string;
}

@ObjectType({ description: 'The drive that was opened.' })
export class OpenGoodsDrivePayload extends Payload {
  @Field(() => GoodsDrive, { nullable: true, description: 'The drive; null if refused.' })
  drive?: GoodsDrive;
}

@ObjectType({ description: 'The drive that was ended.' })
export class EndGoodsDrivePayload extends Payload {
  @Field(() => GoodsDrive, { nullable: true, description: 'The drive; null if refused.' })
  drive?: GoodsDrive;
}
