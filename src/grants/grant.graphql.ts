import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { MoneyInput } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { insideGrant } from './grant.policy';
import { GRANT_STATES, type GrantState } from './states';

export const GrantStateEnum = enumType<GrantState>(
  'GrantState',
  'What became of a grant.',
  GRANT_STATES,
);

@ObjectType({
  implements: Node,
  description: 'Money of a pool that its board awarded to an organisation (资助).',
})
@Allow(anyone)
export class Grant extends Node {
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => GrantStateEnum, { description: 'What became of it.' })
  state!: GrantState;

  @Field(() => MomentScalar, { description: 'When it was awarded.' })
  awardedAt!: Date;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When it was completed or cancelled; null while it is active.',
  })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled, if it was.' })
  @Allow(insideGrant)
  cancelledBecause!: string | null;
}

export const GrantConnection = connectionOf(Grant);

@InputType({ description: 'Money that a grantee gave back.' })
export class ReturnUnspentInput {
  @Field(() => String, { description: 'Repeating it gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The Grant.' })
  grantId!: string;

  @Field(() => MoneyInput, { description: 'How much: at most what was paid.' })
  amount!: MoneyInput;

  @Field(() => MomentScalar, { nullable: true, description: 'When it came back; now if left out.' })
  occurredAt?: Date | null;
}

@InputType({ description: 'A grant to end before its time.' })
export class CancelGrantInput {
  @Field(() => ID, { description: 'The Grant.' })
  grantId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

/** What every act on a grant answers. */
@ObjectType({ description: 'What an act on a grant answers.' })
abstract class GrantPayload extends Payload {
  @Field(() => Grant, { nullable: true, description: 'The grant; null if refused.' })
  grant?: Grant;
}

@ObjectType({ description: 'The grant to which money was given back.' })
export class ReturnUnspentPayload extends GrantPayload {}

@ObjectType({ description: 'The grant that was cancelled.' })
export class CancelGrantPayload extends GrantPayload {}
