import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Allow, withParent } from '../api/policy';
import { Payload, RichRefusal, UserError } from '../api/user-error.graphql';
import { Resident } from '../society/resident.graphql';
import { CreditScheme } from './credit-scheme.graphql';

@ObjectType({ description: 'How many credits may be handed on within a household in a month.' })
@Allow(withParent)
export class TransferRule {
  @Field(() => Int, { description: 'Whole credits that each resident may hand on in a month.' })
  monthlyLimit!: number;

  @Field(() => String, { description: 'The first month in which it holds: `2026-11`.' })
  fromMonth!: string;
}

@InputType({ description: 'How many credits may be handed on within a household.' })
export class SetTransferRuleInput {
  @Field(() => ID, { description: 'The scheme.' })
  schemeId!: string;

  @Field(() => String, { description: 'The first month in which it holds: a coming one.' })
  fromMonth!: string;

  @Field(() => Int, {
    description: 'Whole credits that each resident may hand on in a month, ≤ 10,000; 0: none.',
  })
  monthlyLimit!: number;
}

@ObjectType({ description: 'The scheme whose rule was set.' })
export class SetTransferRulePayload extends Payload {
  @Field(() => CreditScheme, { nullable: true, description: 'The scheme; null if refused.' })
  scheme?: CreditScheme;
}

@InputType({ description: 'Credits to hand on within a household.' })
export class TransferCreditsInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The resident whose credits they are.' })
  fromResidentId!: string;

  @Field(() => ID, { description: 'The resident of the same household who is to have them.' })
  toResidentId!: string;

  @Field(() => Int, { description: 'Whole credits, 1 to 10,000; the oldest go first.' })
  credits!: number;
}

@ObjectType({ description: 'Credits that were handed on.' })
export class TransferCreditsPayload extends Payload {
  @Field(() => Resident, { nullable: true, description: 'Whose they were; null if refused.' })
  giver?: Resident;

  @Field(() => Resident, { nullable: true, description: 'Who has them; null if refused.' })
  receiver?: Resident;
}

@ObjectType({
  implements: UserError,
  description: 'The rule of the month leaves fewer credits to hand on than this takes.',
})
@Allow(withParent)
@RichRefusal('TRANSFER_LIMIT_REACHED')
export class TransferLimitReached extends UserError {
  @Field(() => Int, { description: 'Whole credits that were to be handed on.' })
  required!: number;

  @Field(() => Int, { description: 'Whole credits that can still be handed on in this month.' })
  available!: number;
}
