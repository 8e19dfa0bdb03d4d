import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayScalar } from '../api/day.graphql';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import { OfProject } from './fund-project-acts.graphql';
import { FundDocument, FundVisit } from './fund-record.graphql';
import { FundDocumentKindEnum } from './fund-words.graphql';
import type { FundDocumentKind } from './procedure-spec';

@InputType({ description: 'Something written for the step that a project stands at.' })
export class RecordFundDocumentInput extends OfProject {
  @Field(() => FundDocumentKindEnum, { description: 'What it is.' })
  kind!: FundDocumentKind;

  @Field(() => String, { description: 'What it is called, 1 to 100 characters.' })
  title!: string;

  @Field(() => String, {
    description:
      'What it says, 1 to 10,000 characters. Everybody reads it: no names of residents, no ' +
      'addresses, no numbers of telephones.',
  })
  text!: string;
}

@ObjectType({ description: 'What was written down.' })
export class RecordFundDocumentPayload extends Payload {
  @Field(() => FundDocument, { nullable: true, description: 'The document; null if refused.' })
  document?: FundDocument;
}

@InputType({ description: 'How urgent a project is.' })
export class WeighFundProjectInput extends OfProject {
  @Field(() => Int, { description: '1 to 5.' })
  urgency!: number;
}

@InputType({ description: 'What a supervisor found.' })
export class RecordFundVisitInput extends OfProject {
  @Field(() => DayScalar, { description: 'The day of the visit, since the award.' })
  visitedOn!: Day;

  @Field(() => String, {
    description: 'What was found, 1 to 2,000 characters; everybody reads it.',
  })
  found!: string;

  @Field(() => Boolean, { description: 'Whether something has to be put right.' })
  toPutRight!: boolean;
}

@ObjectType({ description: 'The visit.' })
export class RecordFundVisitPayload extends Payload {
  @Field(() => FundVisit, { nullable: true, description: 'The visit; null if refused.' })
  visit?: FundVisit;
}

@InputType({ description: 'How something was put right.' })
export class SettleFundVisitInput {
  @Field(() => ID, { description: 'The visit at which it was found.' })
  visitId!: string;

  @Field(() => String, { description: 'How, 1 to 2,000 characters; everybody reads it.' })
  putRight!: string;
}

@ObjectType({ description: 'The visit whose finding was put right.' })
export class SettleFundVisitPayload extends Payload {
  @Field(() => FundVisit, { nullable: true, description: 'The visit; null if refused.' })
  visit?: FundVisit;
}

@InputType({ description: 'How many points a project has in a dimension.' })
export class FundScoreInput {
  @Field(() => String, { description: "The dimension, by its code in the project's procedure." })
  dimension!: string;

  @Field(() => Int, { description: '1 to 5.' })
  points!: number;
}

@InputType({ description: 'How somebody scores a project.' })
export class EvaluateFundProjectInput extends OfProject {
  @Field(() => [FundScoreInput], { description: 'Each dimension of the procedure once.' })
  scores!: FundScoreInput[];

  @Field(() => String, {
    nullable: true,
    description: 'What else is to be said, up to 2,000 characters.',
  })
  remark?: string | null;
}
