import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DayScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';

@ObjectType({ description: 'What an hour of one kind of service earns.' })
@Allow(withParent)
export class ServiceRate {
  @Field(() => String, { description: 'The kind of service: `repair`, `hairdressing` …' })
  serviceKind!: string;

  @Field(() => Int, { description: 'Whole credits per hour; parts of an hour are rounded down.' })
  creditsPerHour!: number;

  @Field(() => DayScalar, { description: 'The first day of the set of rates it belongs to.' })
  validFrom!: Day;
}

@ObjectType({
  implements: Node,
  description:
    'How service earns welfare credits in a place and everywhere below it (以服务换福利). Credits ' +
    'are whole, are never money, cannot be cashed out, and stay within a household at all times.',
})
@Allow(anyone)
export class CreditScheme extends Node {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its short name, unique in the city.' })
  slug!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Credits that a resident may earn in a month; null: as many as are served.',
  })
  monthlyCap!: bigint | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Months after which unspent credits end; null: never.',
  })
  expiryMonths!: number | null;

  @Field(() => Boolean, { description: 'Whether the cap covers what goods given earn as well.' })
  capCoversGoods!: boolean;
}

@InputType({ description: 'What an hour of one kind of service is to earn.' })
export class ServiceRateInput {
  @Field(() => String, { description: 'The kind of service, 1 to 40 characters.' })
  serviceKind!: string;

  @Field(() => Int, { description: 'Whole credits per hour, 1 to 10,000.' })
  creditsPerHour!: number;
}

@InputType({ description: 'A credit scheme to open.' })
export class OpenSchemeInput {
  @Field(() => ID, { description: 'The place in which, and below which, it holds.' })
  placeId!: string;

  @Field(() => String, { description: 'Its name, 1 to 100 characters.' })
  name!: string;

  @Field(() => String, { description: 'Its short name: small letters, digits and hyphens, ≤ 40.' })
  slug!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Credits that a resident may earn in a month, 1 to 1,000,000; null: no cap.',
  })
  monthlyCap?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Months after which unspent credits end, 1 to 120; null: never.',
  })
  expiryMonths?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the cap covers what goods given earn as well; left out: it does not.',
  })
  capCoversGoods?: boolean | null;

  @Field(() => [ServiceRateInput], { description: 'What services earn, 1 to 50 kinds.' })
  rates!: ServiceRateInput[];

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The first day on which these rates hold; today when it is left out.',
  })
  ratesFrom?: Day | null;
}

@ObjectType({ description: 'The scheme that was opened.' })
export class OpenSchemePayload extends Payload {
  @Field(() => CreditScheme, { nullable: true, description: 'The scheme; null if refused.' })
  scheme?: CreditScheme;
}

@InputType({ description: 'What services are to earn from a day on.' })
export class SetServiceRatesInput {
  @Field(() => ID, { description: 'The scheme.' })
  schemeId!: string;

  @Field(() => DayScalar, { description: 'The first day on which they hold: tomorrow or later.' })
  validFrom!: Day;

  @Field(() => [ServiceRateInput], {
    description: 'The whole set: a kind left out earns nothing from that day on.',
  })
  rates!: ServiceRateInput[];
}

@ObjectType({ description: 'The scheme whose rates were set.' })
export class SetServiceRatesPayload extends Payload {
  @Field(() => CreditScheme, { nullable: true, description: 'The scheme; null if refused.' })
  scheme?: CreditScheme;
}
