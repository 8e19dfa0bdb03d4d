import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { MoneyInput } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import type { Unspent } from './allotment-policy.entity';

export const UnspentEnum = enumType<Unspent>(
  'Unspent',
  'What becomes of public money that nobody was promised when its year is over.',
  {
    carried: 'It is carried into the fund of the next year (结转).',
    returned: 'It is paid back to the treasury (上缴).',
  },
);

@ObjectType({ description: 'How much each criterion counts; only their ratio matters (row C3).' })
@Allow(withParent)
export class RankingWeights {
  @Field(() => Int, { description: 'How urgent a project is.' })
  urgency!: number;

  @Field(() => Int, { description: 'How many households are for it.' })
  will!: number;

  @Field(() => Int, { description: 'How much of its cost residents raise themselves.' })
  selfRaised!: number;

  @Field(() => Int, { description: 'How little it needs.' })
  moneyNeeded!: number;
}

@InputType({ description: 'How much each criterion counts when projects are ranked.' })
export class RankingWeightsInput {
  @Field(() => Int, { description: 'How urgent a project is, 0 to 100.' })
  urgency!: number;

  @Field(() => Int, { description: 'How many households are for it, 0 to 100.' })
  will!: number;

  @Field(() => Int, { description: 'How much of its cost residents raise, 0 to 100.' })
  selfRaised!: number;

  @Field(() => Int, { description: 'How little it needs, 0 to 100.' })
  moneyNeeded!: number;
}

@ObjectType({
  implements: Node,
  description:
    'What the communities of a place get for a year of public money, from a day on. Of what a city ' +
    'and a street say, what gives most holds (row C2).',
})
@Allow(anyone)
export class AllotmentPolicy extends Node {
  @Field(() => DayScalar, { description: 'The first day on which it holds.' })
  validFrom!: Day;

  @Field(() => UnspentEnum, { description: 'What becomes of what is left at the end of a year.' })
  unspent!: Unspent;
}

export const AllotmentPolicyConnection = connectionOf(AllotmentPolicy);

@InputType({ description: 'What communities are to get from a day on.' })
export class SetAllotmentPolicyInput {
  @Field(() => ID, { description: 'The city, district, street or community (Place).' })
  placeId!: string;

  @Field(() => DayScalar, { description: 'From which day on, today at the earliest.' })
  validFrom!: Day;

  @Field(() => MoneyInput, { description: 'For each hundred households, in CNY.' })
  perHundred!: MoneyInput;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What a community gets at least, in CNY; left out: nothing.',
  })
  floor?: MoneyInput | null;

  @Field(() => UnspentEnum, { description: 'What becomes of what is left at the end of a year.' })
  unspent!: Unspent;

  @Field(() => RankingWeightsInput, {
    nullable: true,
    description: 'How projects are ranked; left out: 30, 40, 20 and 10.',
  })
  weights?: RankingWeightsInput | null;
}

@ObjectType({ description: 'The policy that was set.' })
export class SetAllotmentPolicyPayload extends Payload {
  @Field(() => AllotmentPolicy, { nullable: true, description: 'The policy; null if refused.' })
  policy?: AllotmentPolicy;
}
