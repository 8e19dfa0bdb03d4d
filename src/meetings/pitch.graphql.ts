import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';

@ObjectType({
  implements: Node,
  description: 'A project that an organisation presents at a pitch fair (推介项目, rows A4, C9).',
})
@Allow(anyone)
export class MeetingPitch extends Node {
  @Field(() => String, { description: 'What it is, in a few words.' })
  title!: string;

  @Field(() => String, { description: 'What it is about.' })
  text!: string;

  @Field(() => MomentScalar, { description: 'When it was presented.' })
  pitchedAt!: Date;
}

export const MeetingPitchConnection = connectionOf(MeetingPitch);

@InputType({ description: 'A project to present.' })
export class PitchProjectInput {
  @Field(() => ID, { description: 'The pitch fair, which is not over.' })
  meetingId!: string;

  @Field(() => ID, { description: 'The organisation, in which one holds a role.' })
  organisationId!: string;

  @Field(() => String, { description: 'What it is, 1 to 100 characters.' })
  title!: string;

  @Field(() => String, { description: 'What it is about, 1 to 2,000 characters.' })
  text!: string;
}

@ObjectType({ description: 'The project that is presented.' })
export class PitchProjectPayload extends Payload {
  @Field(() => MeetingPitch, { nullable: true, description: 'The pitch; null if refused.' })
  pitch?: MeetingPitch;
}

@InputType({ description: "A project that the signed-in resident's household backs." })
export class BackPitchInput {
  @Field(() => ID, { description: 'The pitch, of a fair that has begun and is not closed.' })
  pitchId!: string;
}

@ObjectType({ description: 'The project that is backed.' })
export class BackPitchPayload extends Payload {
  @Field(() => MeetingPitch, { nullable: true, description: 'The pitch; null if refused.' })
  pitch?: MeetingPitch;
}
