import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { TRANCHE_STATES, type TrancheState } from './states';
import { insideTranche } from './tranche.policy';

export const TrancheStateEnum = enumType<TrancheState>(
  'TrancheState',
  'How far a tranche is.',
  TRANCHE_STATES,
);

@ObjectType({
  implements: Node,
  description: 'A part of a grant, paid at once, and the milestone that it brings.',
})
@Allow(anyone)
export class Tranche extends Node {
  @Field(() => Int, { description: 'Its place in the order of payment, from 1.' })
  number!: number;
}

@ObjectType({ description: 'What a tranche brings; the next tranche waits until it is accepted.' })
@Allow(anyone)
export class Milestone {
  @Field(() => String, { description: 'What will have been reached.' })
  title!: string;

  @Field(() => DayScalar, { description: 'When it is due.' })
  dueOn!: string;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was accepted, if it was.' })
  acceptedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What showed that it was reached.' })
  @Allow(insideTranche)
  evidence!: string | null;
}

@InputType({ description: 'A tranche to ask for.' })
export class RequestDisbursementInput {
  @Field(() => ID, { description: 'The Tranche.' })
  trancheId!: string;
}

@InputType({ description: 'A tranche that will not be paid as it was asked for.' })
export class DeclineDisbursementInput {
  @Field(() => ID, { description: 'The Tranche.' })
  trancheId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@InputType({ description: 'A tranche to pay.' })
export class DisburseTrancheInput {
  @Field(() => String, { description: 'Repeating it gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The Tranche.' })
  trancheId!: string;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was paid; now if left out.' })
  occurredAt?: Date | null;
}

@InputType({ description: 'A milestone to accept.' })
export class AcceptMilestoneInput {
  @Field(() => ID, { description: 'The Tranche that brought it.' })
  trancheId!: string;

  @Field(() => String, { description: 'What showed that it was reached, 1 to 2,000 characters.' })
  evidence!: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Photos and papers that show it: at most 6 Attachments that who asks has uploaded.',
  })
  fileIds?: string[] | null;
}

/** What every act on a tranche answers. */
@ObjectType({ description: 'What an act on a tranche answers.' })
abstract class TranchePayload extends Payload {
  @Field(() => Tranche, { nullable: true, description: 'The tranche; null if refused.' })
  tranche?: Tranche;
}

@ObjectType({ description: 'The tranche that waits to be checked.' })
export class RequestDisbursementPayload extends TranchePayload {}

@ObjectType({ description: 'The tranche that was not paid.' })
export class DeclineDisbursementPayload extends TranchePayload {}

@ObjectType({ description: 'The tranche that was paid.' })
export class DisburseTranchePayload extends TranchePayload {}

@ObjectType({ description: 'The tranche whose milestone was accepted.' })
export class AcceptMilestonePayload extends TranchePayload {}
