import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { Money, MoneyInput } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';

@ObjectType({ description: "A pool's share of a remittance." })
@Allow(withParent)
export class RemittanceShare {
  @Field(() => Money, { description: 'How much it got.' })
  amount!: Money;
}

@ObjectType({
  implements: Node,
  description: 'Money that arrived for a declaration, split over pools (盈余捐入).',
})
@Allow(anyone)
export class Remittance extends Node {
  @Field(() => Money, { description: 'How much arrived.' })
  amount!: Money;

  @Field(() => DayScalar, { description: 'The day it reached the bank.' })
  receivedOn!: Day;

  @Field(() => MomentScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => [RemittanceShare], {
    description: 'What each pool got, 20 at most; a share that came to nothing is left out.',
  })
  shares!: RemittanceShare[];
}

export const RemittanceConnection = connectionOf(Remittance);

@InputType({ description: 'Money that arrived for a declaration.' })
export class RemitSurplusInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The declaration.' })
  declarationId!: string;

  @Field(() => MoneyInput, { description: 'How much, at most what is outstanding.' })
  amount!: MoneyInput;

  @Field(() => DayScalar, {
    description: 'The day it reached the bank; the plan in force that day splits it.',
  })
  receivedOn!: Day;
}

@ObjectType({ description: 'The remittance, and the declaration it was for.' })
export class RemitSurplusPayload extends Payload {
  @Field(() => Remittance, { nullable: true, description: 'The remittance; null if refused.' })
  remittance?: Remittance;
}

@InputType({ description: 'Money that would arrive for a declaration.' })
export class PreviewRemittanceInput {
  @Field(() => ID, { description: 'The declaration.' })
  declarationId!: string;

  @Field(() => MoneyInput, { description: 'How much, at most what is outstanding.' })
  amount!: MoneyInput;

  @Field(() => DayScalar, { description: 'The day it would have reached the bank.' })
  receivedOn!: Day;
}

@ObjectType({ description: 'What a remittance would do.' })
@Allow(withParent)
export class RemittancePreview {
  @Field(() => Money, { description: 'How much would arrive.' })
  amount!: Money;

  @Field(() => Money, { description: 'What of the promise would still be outstanding.' })
  outstandingAfter!: Money;

  @Field(() => [RemittanceShare], { description: 'What each pool would get, 20 at most.' })
  shares!: RemittanceShare[];
}

@ObjectType({ description: 'What a remittance would do; nothing was recorded.' })
export class PreviewRemittancePayload extends Payload {
  @Field(() => RemittancePreview, { nullable: true, description: 'It; null if refused.' })
  preview?: RemittancePreview;
}
