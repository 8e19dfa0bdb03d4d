import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayScalar } from '../api/day.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';

@ObjectType({ description: 'A class of goods that households may take only so much of.' })
@Allow(anyone)
export class AllowanceClass {
  @Field(() => String, { description: 'Its short code: `grain`.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({ description: 'How much of a class a household may take in a month.' })
@Allow(withParent)
export class AllowanceRule {
  @Field(() => Int, { description: 'Pieces for every household.' })
  pieces!: number;

  @Field(() => Int, {
    description: 'So many more where a member of the household belongs to a priority group.',
  })
  extraPieces!: number;

  @Field(() => String, { description: 'The first month in which it holds: `2026-11`.' })
  fromMonth!: string;
}

@ObjectType({ description: 'What a household may still take of a class of goods this month.' })
@Allow(withParent)
export class HouseholdAllowance {
  @Field(() => String, { description: "The class's code." })
  productClass!: string;

  @Field(() => String, { description: "The class's name." })
  name!: string;

  @Field(() => Int, { description: 'Pieces that it may take in the whole month.' })
  granted!: number;

  @Field(() => Int, { description: 'Pieces it may still take.' })
  remaining!: number;

  @Field(() => DayScalar, { description: 'The day after the last on which it may take them.' })
  until!: Day;
}

@InputType({ description: 'An allowance from a month on.' })
export class SetAllowanceInput {
  @Field(() => ID, { description: 'The Place whose households have it.' })
  communityId!: string;

  @Field(() => String, {
    description: "The class's code: 1 to 30 letters, digits, hyphens; a new one opens a class.",
  })
  code!: string;

  @Field(() => String, { description: "The class's name, 1 to 100 characters." })
  name!: string;

  @Field(() => Int, { description: 'Pieces for every household and month, 0 to 1,000.' })
  pieces!: number;

  @Field(() => Int, {
    description: 'So many more where a member belongs to a priority group, 0 to 1,000.',
  })
  extraPieces!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'The first month, `2026-12`: for a new class this one or later, for one that stands the next ' +
      'or later. Left out: the earliest of these.',
  })
  fromMonth?: string | null;
}

@ObjectType({ description: 'The class whose allowance was set.' })
export class SetAllowancePayload extends Payload {
  @Field(() => AllowanceClass, { nullable: true, description: 'The class; null if refused.' })
  allowanceClass?: AllowanceClass;
}
