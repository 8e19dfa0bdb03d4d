import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { minutesReader } from './minutes.policy';

@ObjectType({
  implements: Node,
  description: 'A version of the minutes of a meeting (会议纪要).',
})
@Allow(minutesReader)
export class MeetingMinutes extends Node {
  @Field(() => Int, { nullable: true, description: 'Which version, from 1.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'What they say.' })
  text!: string;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was written.' })
  writtenAt!: Date;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When another person approved it; null: nobody has, and it is not for everyone.',
  })
  approvedAt!: Date | null;
}

export const MeetingMinutesConnection = connectionOf(MeetingMinutes);

@InputType({ description: 'Minutes to write.' })
export class WriteMinutesInput {
  @Field(() => ID, { description: 'The meeting, which has begun.' })
  meetingId!: string;

  @Field(() => String, {
    description:
      'What they say, 1 to 10,000 characters; everyone may read it once it is approved: name ' +
      'nobody who does not want to be named.',
  })
  text!: string;
}

@ObjectType({ description: 'The version that was written.' })
export class WriteMinutesPayload extends Payload {
  @Field(() => MeetingMinutes, { nullable: true, description: 'It; null if refused.' })
  minutes?: MeetingMinutes;
}

@InputType({ description: 'Minutes to approve.' })
export class ApproveMinutesInput {
  @Field(() => ID, { description: 'The last version, which another person wrote.' })
  minutesId!: string;
}

@ObjectType({ description: 'The version that was approved.' })
export class ApproveMinutesPayload extends Payload {
  @Field(() => MeetingMinutes, { nullable: true, description: 'It; null if refused.' })
  minutes?: MeetingMinutes;
}
