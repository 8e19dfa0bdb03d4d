import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { AgeBand } from '../reports/figures';
import { PeopleCount } from '../reports/monthly-report.graphql';
import { AgeBandEnum } from '../reports/people-of-month.graphql';
import { ParticipationModeEnum, type ParticipationMode } from '../society/participation-mode';
import type { ActivityState } from './activity.entity';

export const ActivityStateEnum = enumType<ActivityState>(
  'ActivityState',
  'What became of an activity.',
  {
    announced: 'It is to come, or nobody has told yet what came of it.',
    held: 'It was held.',
    cancelled: 'It is not held, or was not.',
  },
);

@ObjectType({
  implements: Node,
  description: "What a courtyard's organisation holds (院落活动, rows C4 and D6).",
})
@Allow(anyone)
export class Activity extends Node {
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What it is about.' })
  about!: string;

  @Field(() => String, { description: 'Where.' })
  venue!: string;

  @Field(() => MomentScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => ParticipationModeEnum, { description: 'How people come to take part.' })
  mode!: ParticipationMode;

  @Field(() => ActivityStateEnum, { description: 'What became of it.' })
  state!: ActivityState;

  @Field(() => String, { nullable: true, description: 'What came of it, if it was held.' })
  report!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is not held, if it is not.' })
  cancelReason!: string | null;

  @Field(() => MomentScalar, { description: 'When it was announced.' })
  announcedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was told what came of it.' })
  recordedAt!: Date | null;
}

export const ActivityConnection = connectionOf(Activity);

@ObjectType({ description: 'Residents of an age who took part in an activity.' })
@Allow(withParent)
export class ActivityBand {
  @Field(() => AgeBandEnum, { description: 'Their age on that day.' })
  band!: AgeBand;

  @Field(() => PeopleCount, { description: 'How many they were.' })
  people!: PeopleCount;
}

@InputType({ description: 'An activity to announce.' })
export class AnnounceActivityInput {
  @Field(() => ID, { description: 'The courtyard (Place).' })
  placeId!: string;

  @Field(() => String, { description: 'What it is called, 1 to 100 characters.' })
  title!: string;

  @Field(() => String, { description: 'What it is about, 1 to 2,000 characters.' })
  about!: string;

  @Field(() => String, { description: 'Where, 1 to 100 characters.' })
  venue!: string;

  @Field(() => MomentScalar, {
    description: 'When it begins: within the last 30 days or the next 365.',
  })
  startsAt!: Date;

  @Field(() => ParticipationModeEnum, { description: 'How people come to take part.' })
  mode!: ParticipationMode;
}

/** What every act on an activity answers. */
@ObjectType({ description: 'What an act on an activity answers.' })
abstract class ActivityPayload extends Payload {
  @Field(() => Activity, { nullable: true, description: 'The activity; null if refused.' })
  activity?: Activity;
}

@ObjectType({ description: 'The activity that was announced.' })
export class AnnounceActivityPayload extends ActivityPayload {}

@InputType({ description: 'What came of an activity.' })
export class RecordActivityInput {
  @Field(() => ID, { description: 'The Activity.' })
  activityId!: string;

  @Field(() => [ID], { description: 'The residents who took part, 1 to 300, each once.' })
  residentIds!: string[];

  @Field(() => String, { description: 'What came of it, 1 to 2,000 characters.' })
  report!: string;
}

@ObjectType({ description: 'The activity that was held.' })
export class RecordActivityPayload extends ActivityPayload {}

@InputType({ description: 'An activity that is not held.' })
export class CancelActivityInput {
  @Field(() => ID, { description: 'The Activity.' })
  activityId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; everyone may read it.' })
  reason!: string;
}

@ObjectType({ description: 'The activity that is not held.' })
export class CancelActivityPayload extends ActivityPayload {}
