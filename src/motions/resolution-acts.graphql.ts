import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Payload, UserError } from '../api/user-error.graphql';
import { Objection, Resolution } from './resolution.graphql';

@InputType({ description: 'What a resident says against a resolution.' })
export class ObjectToResolutionInput {
  @Field(() => ID, { description: 'The resolution, while it is shown.' })
  resolutionId!: string;

  @Field(() => String, { description: 'What is said, 1 to 2,000 characters; everyone reads it.' })
  text!: string;
}

@InputType({ description: 'The answer to an objection.' })
export class AnswerObjectionInput {
  @Field(() => ID, { description: 'The objection.' })
  objectionId!: string;

  @Field(() => Boolean, {
    description: 'Whether it is found right: then the resolution is set aside.',
  })
  upheld!: boolean;

  @Field(() => String, { description: 'The answer, 1 to 2,000 characters; everyone reads it.' })
  answer!: string;
}

@ObjectType({ description: 'The objection that was raised.' })
export class ObjectToResolutionPayload extends Payload {
  @Field(() => Objection, { nullable: true, description: 'The objection; null if refused.' })
  objection?: Objection;
}

@ObjectType({ description: 'The objection with its answer.' })
export class AnswerObjectionPayload extends Payload {
  @Field(() => Objection, { nullable: true, description: 'The objection; null if refused.' })
  objection?: Objection;
}

@InputType({ description: 'A resolution to execute.' })
export class ExecuteResolutionInput {
  @Field(() => String, { description: "The client's own key for this request." })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The resolution, after its notice.' })
  resolutionId!: string;
}

@ObjectType({ description: 'The resolution, and whether its act could be done.' })
export class ExecuteResolutionPayload extends Payload {
  @Field(() => Resolution, { nullable: true, description: 'The resolution; null if refused.' })
  resolution?: Resolution;

  @Field(() => UserError, {
    nullable: true,
    description:
      'Why its act could not be done now: nothing of it has happened, the attempt is kept, and the ' +
      'resolution waits on. Null where it was executed.',
  })
  notDone?: UserError | null;
}

@InputType({ description: 'A resolution to give up.' })
export class LapseResolutionInput {
  @Field(() => ID, { description: 'The resolution.' })
  resolutionId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; everyone may read it.' })
  reason!: string;
}

@ObjectType({ description: 'The resolution that was given up.' })
export class LapseResolutionPayload extends Payload {
  @Field(() => Resolution, { nullable: true, description: 'The resolution; null if refused.' })
  resolution?: Resolution;
}
