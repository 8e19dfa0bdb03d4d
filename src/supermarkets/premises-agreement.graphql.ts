import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar, PeriodInput } from '../api/day.graphql';
import { MoneyInput } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import type { PremisesAgreementRow } from './premises-agreement.entity';
import { inStore, mayReadCosts } from './supermarkets.policy';

const premisesReader = inStore<PremisesAgreementRow>(
  "The store's staff, and readers of the place's books.",
  ({ storeId }) => storeId,
  mayReadCosts,
);

@ObjectType({
  implements: Node,
  description:
    'Who lends a store its premises, to whom, from when until when, and on what terms. It is never ' +
    'changed but by ending it early; a renewal is an agreement of its own.',
})
@Allow(premisesReader)
export class PremisesAgreement extends Node {
  @Field(() => String, { description: 'Where the premises are.' })
  address!: string;

  @Field(() => String, { description: 'What else was agreed.' })
  terms!: string;

  @Field(() => MomentScalar, { description: 'When it was written down here.' })
  recordedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Why it was ended early, if it was.' })
  endReason!: string | null;
}

export const PremisesAgreementConnection = connectionOf(PremisesAgreement);

@InputType({ description: 'An agreement about the premises of a store.' })
export class RecordPremisesAgreementInput {
  @Field(() => ID, { description: 'The store.' })
  storeId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Who lends them: an Organisation; left out: who lent them at first.',
  })
  ownerId?: string | null;

  @Field(() => String, { description: 'Where they are, 1 to 200 characters.' })
  address!: string;

  @Field(() => PeriodInput, { description: 'From when until when; it may have begun already.' })
  period!: PeriodInput;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'The rent of a month, as information; left out: no rent.',
  })
  monthlyRent?: MoneyInput | null;

  @Field(() => String, { description: 'What else was agreed, 1 to 2,000 characters.' })
  terms!: string;
}

@InputType({ description: 'An agreement that goes on where it ends.' })
export class RenewPremisesAgreementInput {
  @Field(() => ID, { description: 'The PremisesAgreement.' })
  agreementId!: string;

  @Field(() => DayScalar, { description: 'The first day on which the new one no longer holds.' })
  until!: Day;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'The rent of a month, as information; left out: no rent.',
  })
  monthlyRent?: MoneyInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'What else was agreed, 1 to 2,000 characters; left out: the same.',
  })
  terms?: string | null;
}

@InputType({ description: 'An agreement that ends early.' })
export class EndPremisesAgreementInput {
  @Field(() => ID, { description: 'The PremisesAgreement.' })
  agreementId!: string;

  @Field(() => DayScalar, {
    description: 'The first day on which it no longer holds: today or later.',
  })
  on!: Day;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({ description: 'The agreement that was written down.' })
export class RecordPremisesAgreementPayload extends Payload {
  @Field(() => PremisesAgreement, { nullable: true, description: 'It; null if refused.' })
  agreement?: PremisesAgreement;
}

@ObjectType({ description: 'The new agreement.' })
export class RenewPremisesAgreementPayload extends Payload {
  @Field(() => PremisesAgreement, { nullable: true, description: 'It; null if refused.' })
  agreement?: PremisesAgreement;
}

@ObjectType({ description: 'The agreement that was ended.' })
export class EndPremisesAgreementPayload extends Payload {
  @Field(() => PremisesAgreement, { nullable: true, description: 'It; null if refused.' })
  agreement?: PremisesAgreement;
}
