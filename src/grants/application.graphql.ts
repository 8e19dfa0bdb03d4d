import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Money, MoneyInput } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import { Payload, RichRefusal, UserError } from '../api/user-error.graphql';
import { insideApplication } from './grant.policy';
import { APPLICATION_STATES, type ApplicationState } from './states';

export const ApplicationStateEnum = enumType<ApplicationState>(
  'ApplicationState',
  'What became of an application.',
  APPLICATION_STATES,
);

@ObjectType({
  implements: Node,
  description: 'An organisation asks a pool for money (资助申请).',
})
@Allow(anyone)
export class Application extends Node {
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What the money is for.' })
  @Allow(insideApplication)
  purpose!: string;

  @Field(() => ApplicationStateEnum, { description: 'What became of it.' })
  state!: ApplicationState;

  @Field(() => MomentScalar, { description: 'When it was submitted.' })
  submittedAt!: Date;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When it was awarded, declined or withdrawn; null while it is undecided.',
  })
  decidedAt!: Date | null;
}

export const ApplicationConnection = connectionOf(Application);

@ObjectType({ description: 'What an application wants to spend on one thing.' })
@Allow(withParent)
export class BudgetLine {
  @Field(() => Int, { description: 'Its place in the budget, from 1.' })
  number!: number;

  @Field(() => String, { description: 'On what.' })
  label!: string;

  @Field(() => Money, { description: 'How much.' })
  amount!: Money;
}

@InputType({ description: 'What an application wants to spend on one thing.' })
export class BudgetLineInput {
  @Field(() => String, { description: 'On what, 1 to 100 characters.' })
  label!: string;

  @Field(() => MoneyInput, { description: 'How much.' })
  amount!: MoneyInput;
}

@InputType({ description: 'A part of the money, and the milestone that it brings.' })
export class TrancheInput {
  @Field(() => MoneyInput, { description: 'How much.' })
  amount!: MoneyInput;

  @Field(() => String, { description: 'The title of its milestone, 1 to 100 characters.' })
  milestone!: string;

  @Field(() => DayScalar, {
    description: 'When the milestone is due: today or later, not before the one before it.',
  })
  dueOn!: string;
}

@InputType({ description: 'An application. Budget and tranches each add up to what is requested.' })
export class ApplyForGrantInput {
  @Field(() => ID, { description: 'The self-organisation or social organisation that applies.' })
  applicantId!: string;

  @Field(() => ID, { description: 'The Pool.' })
  poolId!: string;

  @Field(() => String, { description: 'What it is called, 1 to 100 characters. It is public.' })
  title!: string;

  @Field(() => String, { description: 'What the money is for, 1 to 2,000 characters.' })
  purpose!: string;

  @Field(() => MoneyInput, { description: "How much, in the pool's currency." })
  requested!: MoneyInput;

  @Field(() => [BudgetLineInput], { description: 'On what it is spent, 1 to 50 lines.' })
  budget!: BudgetLineInput[];

  @Field(() => [TrancheInput], { description: 'In which parts it is paid, 1 to 12 in order.' })
  tranches!: TrancheInput[];
}

@InputType({ description: 'An application to take back.' })
export class WithdrawApplicationInput {
  @Field(() => ID, { description: 'The Application.' })
  applicationId!: string;
}

/** What every act on an application answers. */
@ObjectType({ description: 'What an act on an application answers.' })
abstract class ApplicationPayload extends Payload {
  @Field(() => Application, { nullable: true, description: 'The application; null if refused.' })
  application?: Application;
}

@ObjectType({ description: 'The application that was submitted.' })
export class ApplyForGrantPayload extends ApplicationPayload {}

@ObjectType({ description: 'The application that was taken back.' })
export class WithdrawApplicationPayload extends ApplicationPayload {}

@ObjectType({ description: 'The application from which the member stands aside.' })
export class DeclareInterestPayload extends ApplicationPayload {}

@ObjectType({ description: 'The application with what became of it.' })
export class ReviewApplicationPayload extends ApplicationPayload {}

@ObjectType({
  implements: UserError,
  description: 'Budget or tranches do not add up to what is requested. Decimals in its currency.',
})
@Allow(withParent)
@RichRefusal('SUMS_DIFFER')
export class SumsDiffer extends UserError {
  @Field(() => String, { description: 'What is requested.' })
  requested!: string;

  @Field(() => String, { description: 'What the budget adds up to.' })
  budget!: string;

  @Field(() => String, { description: 'What the tranches add up to.' })
  tranches!: string;
}
