import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import type { Day } from '../kernel/calendar';
import { FundDocumentKindEnum } from './fund-words.graphql';
import type { FundDocumentKind } from './procedure-spec';

@ObjectType({
  implements: Node,
  description: 'What was written for a step of a project: never changed, and public.',
})
@Allow(anyone)
export class FundDocument extends Node {
  @Field(() => FundDocumentKindEnum, { description: 'What it is.' })
  kind!: FundDocumentKind;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What it says.' })
  text!: string;

  @Field(() => MomentScalar, { description: 'When it was written down.' })
  recordedAt!: Date;
}

export const FundDocumentConnection = connectionOf(FundDocument);

@ObjectType({
  implements: Node,
  description: 'What a supervisor found at a project (row C3, step 7).',
})
@Allow(anyone)
export class FundVisit extends Node {
  @Field(() => DayScalar, { description: 'The day of the visit.' })
  visitedOn!: Day;

  @Field(() => String, { description: 'What was found.' })
  found!: string;

  @Field(() => Boolean, { description: 'Whether something had to be put right.' })
  toPutRight!: boolean;

  @Field(() => String, { nullable: true, description: 'How it was put right; null: not yet.' })
  putRight!: string | null;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was; null: not yet.' })
  settledAt!: Date | null;
}

export const FundVisitConnection = connectionOf(FundVisit);
