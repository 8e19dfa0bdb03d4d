import { Field, ID, InputType, ObjectType, type ClassType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { MoneyInput } from '../api/money.graphql';
import { Payload, UserError } from '../api/user-error.graphql';
import { BudgetLineInput, TrancheInput } from '../grants/application.graphql';
import type { FundUse } from './fund-project.entity';
import { FundProject } from './fund-project.graphql';
import { FundUseEnum } from './fund-words.graphql';

/** An input that names a project; not a type of the schema itself. */
@InputType({ description: 'A project of a public fund.' })
export abstract class OfProject {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;
}

/** What a mutation answers with the project as it stands afterwards. */
function projectPayload(name: string): ClassType<Payload & { project?: FundProject }> {
  @ObjectType(`${name}Payload`, { description: 'The project as it stands after what was done.' })
  class ProjectPayload extends Payload {
    @Field(() => FundProject, { nullable: true, description: 'The project; null if refused.' })
    project?: FundProject;
  }

  return ProjectPayload;
}

export const StartFundProjectPayload = projectPayload('StartFundProject');
export const OpenOpinionBallotPayload = projectPayload('OpenOpinionBallot');
export const WeighFundProjectPayload = projectPayload('WeighFundProject');
export const TableFundProjectPayload = projectPayload('TableFundProject');
export const AdvanceFundProjectPayload = projectPayload('AdvanceFundProject');
export const SendFundProjectBackPayload = projectPayload('SendFundProjectBack');
export const DropFundProjectPayload = projectPayload('DropFundProject');
export const EvaluateFundProjectPayload = projectPayload('EvaluateFundProject');
export const ArchiveFundProjectPayload = projectPayload('ArchiveFundProject');

@InputType({ description: 'A project whose step is complete.' })
export class AdvanceFundProjectInput extends OfProject {}

@InputType({ description: 'A project that has come to its last step.' })
export class ArchiveFundProjectInput extends OfProject {}

@InputType({ description: 'A project to begin.' })
export class StartFundProjectInput {
  @Field(() => ID, { description: 'The fund, of this year.' })
  fundId!: string;

  @Field(() => ID, { description: 'The procedure, in its newest version.' })
  procedureId!: string;

  @Field(() => FundUseEnum, { description: 'Which of the six uses it is.' })
  use!: FundUse;

  @Field(() => String, { description: 'What it is called, 1 to 100 characters.' })
  title!: string;

  @Field(() => String, { description: 'What it is, 1 to 2,000 characters.' })
  description!: string;

  @Field(() => MoneyInput, { description: 'What it costs altogether, in CNY.' })
  cost!: MoneyInput;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What residents raise themselves of it, in CNY; left out: nothing.',
  })
  selfRaised?: MoneyInput | null;
}

@InputType({ description: 'What households are asked about a project.' })
export class OpenOpinionBallotInput extends OfProject {
  @Field(() => String, { description: 'What is asked, 1 to 500 characters.' })
  question!: string;

  @Field(() => [String], {
    description: '2 to 10 different choices; the first is for the project.',
  })
  choices!: string[];

  @Field(() => MomentScalar, { description: 'Until when: in an hour to sixty days.' })
  closesAt!: Date;
}

@InputType({ description: 'What is put before the council.' })
export class TableFundProjectInput extends OfProject {
  @Field(() => ID, { description: 'Who shall carry it out (Organisation).' })
  executorId!: string;

  @Field(() => String, { description: 'What the motion says, 1 to 5,000 characters.' })
  text!: string;

  @Field(() => [BudgetLineInput], {
    description: 'For what: 1 to 50 lines, summing up to its cost less what residents raise.',
  })
  budget!: BudgetLineInput[];

  @Field(() => [TrancheInput], {
    description: 'In which parts: 1 to 12, summing up to the same.',
  })
  tranches!: TrancheInput[];
}

@InputType({ description: 'Where a project is sent back to.' })
export class SendFundProjectBackInput extends OfProject {
  @Field(() => String, { description: 'The step, by its code.' })
  toStep!: string;

  @Field(() => String, { description: 'Why, for everybody, 1 to 2,000 characters.' })
  reason!: string;
}

@InputType({ description: 'A project to give up.' })
export class DropFundProjectInput extends OfProject {
  @Field(() => String, { description: 'Why, for everybody, 1 to 2,000 characters.' })
  reason!: string;
}

@InputType({ description: 'A project to begin to carry out.' })
export class ExecuteFundProjectInput extends OfProject {
  @Field(() => String, { description: 'Repeating it gives the same answer.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The project, and whether its money could be awarded.' })
export class ExecuteFundProjectPayload extends Payload {
  @Field(() => FundProject, { nullable: true, description: 'The project; null if refused.' })
  project?: FundProject;

  @Field(() => UserError, {
    nullable: true,
    description:
      'Why the money could not be awarded now: nothing of it has happened, the attempt is kept, ' +
      'and the resolution waits on. Null where it was awarded.',
  })
  notDone?: UserError | null;
}
