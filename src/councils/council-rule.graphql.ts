import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import { enumType } from '../api/enum.graphql';
import { Payload } from '../api/user-error.graphql';
import type { Silence } from './council-kinds';

export const SilenceEnum = enumType<Silence>(
  'Silence',
  'What it means that a motion was not screened in time.',
  { admits: 'It is admitted.', returns: 'It is returned to who tabled it.' },
);

@ObjectType({ description: 'A part of a whole: 4 of 5.' })
@Allow(withParent)
export class CouncilShare {
  @Field(() => Int, { description: 'How many parts.' })
  parts!: number;

  @Field(() => Int, { description: 'Of how many.' })
  of!: number;
}

@InputType({ description: 'A part of a whole: 4 of 5.' })
export class CouncilShareInput {
  @Field(() => Int, { description: 'How many parts, 1 or more.' })
  parts!: number;

  @Field(() => Int, { description: 'Of how many, up to 100.' })
  of!: number;
}

@ObjectType({
  description:
    'A version of what a council must be made of and when it may decide (row C1). It is never ' +
    'changed: a later version takes its place.',
})
@Allow(anyone)
export class CouncilRule {
  @Field(() => MomentScalar, { description: 'From when it holds.' })
  validFrom!: Date;

  @Field(() => Int, { description: 'How many members there must be at least.' })
  minSeats!: number;

  @Field(() => Int, {
    description: 'How many of them for each group at least, chosen from its council; 0: no groups.',
  })
  seatsPerGroup!: number;

  @Field(() => Int, { description: 'How many of a hundred members may be cadres.' })
  cadrePercent!: number;

  @Field(() => Int, { description: 'For how many years members are seated.' })
  termYears!: number;

  @Field(() => Int, { description: 'How many residents together may table a motion.' })
  coSigners!: number;

  @Field(() => Int, { description: 'In how many days a motion is screened.' })
  screeningDays!: number;

  @Field(() => SilenceEnum, { description: 'What it means that it was not.' })
  silence!: Silence;

  @Field(() => Boolean, { description: 'Whether members vote by name instead of in secret.' })
  rollCall!: boolean;

  @Field(() => Int, {
    description: 'For how many days a resolution is shown before it is executed.',
  })
  noticeDays!: number;

  @Field(() => Int, { description: 'In how many days after that it lapses.' })
  lapseDays!: number;

  @Field(() => MomentScalar, { description: 'When it was set.' })
  setAt!: Date;
}

export const CouncilRuleConnection = connectionOf(CouncilRule);

@InputType({ description: 'What a council is to follow.' })
export class SetCouncilRuleInput {
  @Field(() => ID, { description: 'The council.' })
  councilId!: string;

  @Field(() => Int, { description: 'How many members at least, 1 to 200.' })
  minSeats!: number;

  @Field(() => Int, { description: 'How many for each group at least, 0 to 50; 0: no groups.' })
  seatsPerGroup!: number;

  @Field(() => Int, { description: 'How many of a hundred may be cadres, 0 to 100.' })
  cadrePercent!: number;

  @Field(() => Int, { description: 'For how many years members are seated, 1 to 10.' })
  termYears!: number;

  @Field(() => CouncilShareInput, { description: 'What part of the members must be present.' })
  quorum!: CouncilShareInput;

  @Field(() => CouncilShareInput, {
    description: 'Of the full membership, more than this part must say yes; less than all.',
  })
  passesWithMoreThan!: CouncilShareInput;

  @Field(() => Int, { description: 'How many residents may table a motion, 1 to 1,000.' })
  coSigners!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'In how many days motions are screened, 1 to 60; left out: as before.',
  })
  screeningDays?: number | null;

  @Field(() => SilenceEnum, {
    nullable: true,
    description: 'What it means that a motion was not screened; left out: as before.',
  })
  silence?: Silence | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether members vote by name instead of in secret; left out: as before.',
  })
  rollCall?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many days resolutions are shown, 0 to 60; left out: as before.',
  })
  noticeDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'In how many days after that they lapse, 1 to 730; left out: as before.',
  })
  lapseDays?: number | null;

  @Field(() => MomentScalar, { nullable: true, description: 'From when on; left out: now.' })
  from?: Date | null;
}

@ObjectType({ description: 'The rule that was set.' })
export class SetCouncilRulePayload extends Payload {
  @Field(() => CouncilRule, { nullable: true, description: 'The rule; null if refused.' })
  rule?: CouncilRule;
}
