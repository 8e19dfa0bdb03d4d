import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayScalar } from '../api/day.graphql';
import { MoneyInput } from '../api/money.graphql';
import { Allow, withParent } from '../api/policy';
import { Payload, RichRefusal, UserError } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import { Campaign } from './campaign.graphql';

@InputType({ description: 'A campaign to open.' })
export class OpenCampaignInput {
  @Field(() => ID, { description: 'The open Pool that it asks for; it is in its currency.' })
  poolId!: string;

  @Field(() => String, {
    description: "Its title, 1 to 100 characters; unlike the pool's other open campaigns.",
  })
  title!: string;

  @Field(() => String, { description: 'What the money is for, 1 to 5,000 characters.' })
  story!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'How much it hopes for.' })
  goal?: MoneyInput | null;

  @Field(() => DayScalar, { description: 'Its first day, today or later.' })
  startsOn!: Day;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day after its last; without one it goes on until somebody ends it.',
  })
  endsOn?: Day | null;
}

@ObjectType({ description: 'The campaign that was opened.' })
export class OpenCampaignPayload extends Payload {
  @Field(() => Campaign, { nullable: true, description: 'The campaign; null if refused.' })
  campaign?: Campaign;
}

@InputType({ description: 'A promise to match the gifts of a campaign.' })
export class PromiseMatchInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The Campaign.' })
  campaignId!: string;

  @Field(() => ID, { description: 'The social enterprise (Organisation) that promises.' })
  enterpriseId!: string;

  @Field(() => MoneyInput, { description: 'All that it would match.' })
  cap!: MoneyInput;

  @Field(() => Int, {
    description: 'What it adds to each gift, in percent, 1 to 1,000: 100 is one to one.',
  })
  percent!: number;
}

@ObjectType({ description: 'The campaign with its match.' })
export class PromiseMatchPayload extends Payload {
  @Field(() => Campaign, { nullable: true, description: 'The campaign; null if refused.' })
  campaign?: Campaign;
}

@InputType({ description: 'A campaign to end.' })
export class EndCampaignInput {
  @Field(() => ID, { description: 'The Campaign.' })
  campaignId!: string;
}

@ObjectType({ description: 'The campaign that was ended.' })
export class EndCampaignPayload extends Payload {
  @Field(() => Campaign, { nullable: true, description: 'The campaign; null if refused.' })
  campaign?: Campaign;
}

@InputType({ description: 'Money of an enterprise for the gifts that it matched.' })
export class RecordMatchReceivedInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The Campaign.' })
  campaignId!: string;

  @Field(() => MoneyInput, { description: 'How much, at most what is due.' })
  amount!: MoneyInput;

  @Field(() => DayScalar, { description: 'The day it reached the bank.' })
  receivedOn!: Day;
}

@ObjectType({ description: 'The campaign, less of whose match is due.' })
export class RecordMatchReceivedPayload extends Payload {
  @Field(() => Campaign, { nullable: true, description: 'The campaign; null if refused.' })
  campaign?: Campaign;
}

@ObjectType({ implements: UserError, description: 'The enterprise owes less for its matches.' })
@Allow(withParent)
@RichRefusal('MATCH_SHORT')
export class MatchShort extends UserError {
  @Field(() => String, { description: "What is due, as a decimal in the campaign's currency." })
  available!: string;

  @Field(() => String, { description: 'What was to be paid, likewise.' })
  required!: string;
}
