import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { enumType } from '../api/enum.graphql';
import { MoneyInput } from '../api/money.graphql';
import { Payload } from '../api/user-error.graphql';
import type { DonationRow } from './donation.entity';
import { Donation, GiverKindEnum, ScheduleEnum } from './donation.graphql';
import type { PayWith } from './open-checkout';

export const PayWithEnum = enumType<PayWith>('PayWith', 'How a giver means to pay.', {
  card: 'By card; a monthly gift is then taken by itself.',
  alipay: 'With Alipay (支付宝); a monthly gift is then reminded of.',
  wechat_pay: 'With WeChat Pay (微信支付); a monthly gift is then reminded of.',
});

/** Languages of letters and pages for givers, as clients write them. */
export const GiftLocaleEnum = enumType<'zh_cn' | 'en'>('Locale', 'A language.', {
  zh_cn: 'Chinese.',
  en: 'English.',
});

/** As the API writes it → as rows hold it. */
export const LOCALES: Readonly<Record<'zh_cn' | 'en', DonationRow['locale']>> = {
  zh_cn: 'zh',
  en: 'en',
};

@InputType({ description: 'What a gift is for: exactly one of them.' })
export class GiftTargetInput {
  @Field(() => ID, { nullable: true, description: 'An open pool.' })
  poolId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A running campaign.' })
  campaignId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A grant, for its project.' })
  grantId?: string | null;
}

@InputType({ description: 'A gift, as its giver writes it.' })
export class StartDonationInput {
  @Field(() => String, { description: 'Asking again with the same key leads to the same gift.' })
  idempotencyKey!: string;

  @Field(() => GiftTargetInput, { description: 'What it is for.' })
  to!: GiftTargetInput;

  @Field(() => MoneyInput, { description: "How much, in the pool's currency." })
  amount!: MoneyInput;

  @Field(() => ScheduleEnum, { description: 'Once, or every month (needs an e-mail address).' })
  schedule!: 'once' | 'monthly';

  @Field(() => PayWithEnum, {
    nullable: true,
    description: 'How to pay; null leaves the choice to the page.',
  })
  payWith?: PayWith | null;

  @Field(() => GiverKindEnum, { nullable: true, description: 'Who gives; a person if not told.' })
  giverKind?: DonationRow['giverKind'] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name for the acknowledgement, at most 100 characters.',
  })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "An organisation's tax id." })
  taxId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name to show in public; null: anonymous there.',
  })
  publicName?: string | null;

  @Field(() => String, { nullable: true, description: 'Words, at most 500 characters.' })
  message?: string | null;

  @Field(() => String, { nullable: true, description: 'Where letters about the gift go.' })
  email?: string | null;

  @Field(() => GiftLocaleEnum, { description: 'The language of pages, letters and papers.' })
  locale!: 'zh_cn' | 'en';
}

/** What leads to the page to pay on. */
@ObjectType({ description: 'A gift, and the page to pay it on.' })
abstract class CheckoutPayload extends Payload {
  @Field(() => Donation, { nullable: true, description: 'The gift; null if refused.' })
  donation?: Donation;

  @Field(() => String, {
    nullable: true,
    description: 'Where to pay; null if refused, and where nothing is left to pay.',
  })
  checkoutUrl?: string | null;
}

@ObjectType({ description: 'The gift that was begun, and the page to pay it on.' })
export class StartDonationPayload extends CheckoutPayload {}

@ObjectType({ description: 'The gift, and the page to pay it on.' })
export class PayDonationPayload extends CheckoutPayload {}

@InputType({ description: 'A gift that is not paid yet, by its follow token.' })
export class PayDonationInput {
  @Field(() => String, { description: 'The word of the follow link.' })
  followToken!: string;

  @Field(() => PayWithEnum, { nullable: true, description: 'How to pay.' })
  payWith?: PayWith | null;
}

@InputType({ description: 'A gift to take back before it is paid.' })
export class CancelDonationInput {
  @Field(() => String, { description: 'The word of the follow link.' })
  followToken!: string;
}

@ObjectType({ description: 'The gift that was taken back.' })
export class CancelDonationPayload extends Payload {
  @Field(() => Donation, { nullable: true, description: 'The gift; null if refused.' })
  donation?: Donation;
}
