import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Money } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow, withParent } from '../api/policy';
import type { Day } from '../kernel/calendar';
import type { DonationRow } from './donation.entity';
import { giftReader } from './donation.policy';

export const DonationStateEnum = enumType<DonationRow['state']>(
  'DonationState',
  'How far a gift has come. Refunds and disputes are amounts beside it, never states.',
  {
    created: 'Written down; the page to pay on is not open yet.',
    open: 'The page to pay on is open.',
    processing: 'Paid by a way that takes time, or held for somebody to look at.',
    paid: 'Paid: it stands in the books.',
    failed: 'The payment did not succeed; it may be tried again.',
    expired: 'The page has run out; it may be tried again.',
    cancelled: 'The giver took it back before paying.',
  },
);

export const GiverKindEnum = enumType<DonationRow['giverKind']>('GiverKind', 'Who gives.', {
  person: 'A person.',
  organisation: 'An organisation.',
});

export const ScheduleEnum = enumType<'once' | 'monthly'>('Schedule', 'How often a gift comes.', {
  once: 'Once.',
  monthly: 'Every month, until the giver ends it.',
});

@ObjectType({
  implements: Node,
  description: 'What a giver gives on the web, and what became of it (网上捐赠).',
})
@Allow(giftReader)
export class Donation extends Node {
  @Field(() => DonationStateEnum, { description: 'How far it has come.' })
  state!: DonationRow['state'];

  @Field(() => String, {
    nullable: true,
    description: 'The name shown in public; null: anonymous there.',
  })
  publicName!: string | null;

  @Field(() => GiverKindEnum, { description: 'Who gives.' })
  giverKind!: DonationRow['giverKind'];

  @Field(() => String, { nullable: true, description: "The giver's name, if told." })
  giverName!: string | null;

  @Field(() => String, { nullable: true, description: "A giving organisation's tax id." })
  taxId!: string | null;

  @Field(() => String, { nullable: true, description: 'Where letters about it go.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: "The giver's words." })
  message!: string | null;

  @Field(() => MomentScalar, { description: 'When it was begun.' })
  startedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was paid; null before.' })
  paidAt!: Date | null;
}

export const DonationConnection = connectionOf(Donation);

@ObjectType({ description: 'A paid gift as everybody may see it.' })
@Allow(withParent)
export class PublicGift {
  @Field(() => String, { nullable: true, description: 'The name to show; null: anonymous.' })
  name!: string | null;

  @Field(() => Money, { description: 'What was given, less what went back.' })
  amount!: Money;

  @Field(() => DayScalar, { description: 'The day it was paid.' })
  paidOn!: Day;

  @Field(() => String, { nullable: true, description: 'Words of a giver who is named.' })
  message!: string | null;
}

export const PublicGiftConnection = connectionOf(PublicGift);
