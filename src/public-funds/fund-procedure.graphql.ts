import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { MoneyInput } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import {
  FundActorEnum,
  FundConditionEnum,
  FundDocumentKindEnum,
  ShippedEnum,
} from './fund-words.graphql';
import type { FundActor, FundConditionName, FundDocumentKind } from './procedure-spec';
import type { Shipped } from './shipped';

@ObjectType({ description: 'What must hold before a step is passed.' })
@Allow(withParent)
export class FundConditionLine {
  @Field(() => FundConditionEnum, { description: 'What.' })
  name!: FundConditionName;

  @Field(() => Int, { description: 'How many, where it is counted; else 1.' })
  atLeast!: number;
}

@ObjectType({ description: 'A step of a procedure, as data.' })
@Allow(withParent)
export class FundStepPlan {
  @Field(() => String, { description: 'Its name for programs: `publicity`.' })
  code!: string;

  @Field(() => [FundActorEnum], { description: 'Who acts.' })
  actors!: FundActor[];

  @Field(() => [FundDocumentKindEnum], { description: 'What has to be written.' })
  documents!: FundDocumentKind[];

  @Field(() => [FundConditionLine], { description: 'What must hold before it is passed.' })
  conditions!: FundConditionLine[];

  @Field(() => Int, { description: 'For how many days it stands at least.' })
  noticeDays!: number;

  @Field(() => [String], { description: 'The earlier steps that it can be sent back to.' })
  sendsBackTo!: string[];
}

@ObjectType({
  implements: Node,
  description:
    'A version of the steps by which public money is spent in a place (row C3). Projects go on by ' +
    'the version that they began with.',
})
@Allow(anyone)
export class FundProcedure extends Node {
  @Field(() => String, { description: 'Its name for programs: `nine_steps`.' })
  code!: string;

  @Field(() => Int, { description: 'Which version of this code in this place, from 1.' })
  version!: number;

  @Field(() => MomentScalar, { description: 'When it was published.' })
  publishedAt!: Date;
}

export const FundProcedureConnection = connectionOf(FundProcedure);

@ObjectType({ description: 'What people score a project in.' })
@Allow(withParent)
export class FundDimension {
  @Field(() => String, { description: 'Its name for programs.' })
  code!: string;
}

@InputType({ description: 'A text in both languages, 1 to 100 characters each.' })
export class FundSaysInput {
  @Field(() => String, { description: 'In Chinese.' })
  zh!: string;

  @Field(() => String, { description: 'In English.' })
  en!: string;
}

@InputType({ description: 'What must hold before a step is passed.' })
export class FundConditionInput {
  @Field(() => FundConditionEnum, { description: 'What.' })
  name!: FundConditionName;

  @Field(() => Int, { nullable: true, description: 'How many, 1 to 100; left out: 1.' })
  atLeast?: number | null;
}

@InputType({ description: 'A step of a procedure.' })
export class FundStepInput {
  @Field(() => String, {
    description: 'Its name for programs: 2 to 40 small letters, digits or _, unlike the others.',
  })
  code!: string;

  @Field(() => FundSaysInput, { description: 'What it is called.' })
  says!: FundSaysInput;

  @Field(() => [FundActorEnum], { description: 'Who acts, 1 to 12.' })
  actors!: FundActor[];

  @Field(() => [FundDocumentKindEnum], { description: 'What has to be written, up to 12.' })
  documents!: FundDocumentKind[];

  @Field(() => [FundConditionInput], { description: 'What must hold, up to 12.' })
  conditions!: FundConditionInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'For how many days it stands at least, 0 to 60; left out: 0.',
  })
  noticeDays?: number | null;

  @Field(() => [String], { description: 'Earlier steps that it can be sent back to.' })
  sendsBackTo!: string[];
}

@InputType({ description: 'What people score a project in.' })
export class FundDimensionInput {
  @Field(() => String, { description: 'Its name for programs.' })
  code!: string;

  @Field(() => FundSaysInput, { description: 'What it is called.' })
  says!: FundSaysInput;
}

@InputType({ description: 'A procedure.' })
export class FundProcedureInput {
  @Field(() => FundSaysInput, { description: 'What it is called.' })
  says!: FundSaysInput;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'The largest cost of a project that may go this way, in CNY; left out: any.',
  })
  largest?: MoneyInput | null;

  @Field(() => [FundStepInput], {
    description:
      'Its steps in order, 3 to 20. Among them are, in this order: RESOLUTION_PASSED, ' +
      'NOTICE_OVER, MONEY_AWARDED.',
  })
  steps!: FundStepInput[];

  @Field(() => [FundDimensionInput], { description: 'What people score, 1 to 12.' })
  dimensions!: FundDimensionInput[];
}

@InputType({ description: 'A version of a procedure to publish.' })
export class PublishFundProcedureInput {
  @Field(() => ID, { description: 'The place for whose communities it is.' })
  placeId!: string;

  @Field(() => String, {
    description: 'Its name for programs: 2 to 40 small letters, digits or _.',
  })
  code!: string;

  @Field(() => ShippedEnum, {
    nullable: true,
    description: 'One that comes with this software; left out: what `procedure` holds.',
  })
  shipped?: Shipped | null;

  @Field(() => FundProcedureInput, { nullable: true, description: 'One of your own.' })
  procedure?: FundProcedureInput | null;
}

@ObjectType({ description: 'The version that was published.' })
export class PublishFundProcedurePayload extends Payload {
  @Field(() => FundProcedure, { nullable: true, description: 'The procedure; null if refused.' })
  procedure?: FundProcedure;
}
