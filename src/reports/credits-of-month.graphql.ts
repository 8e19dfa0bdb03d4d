import { Field, Int, ObjectType } from 'type-graphql';
import { Allow, withParent } from '../api/policy';
import { EarnedByEnum } from '../credits/earned-credits.graphql';
import type { EarnedBy } from '../credits/earned-credits.reader';

@ObjectType({ description: 'Credits that were issued for one reason in a month.' })
@Allow(withParent)
export class IssuedCredits {
  @Field(() => EarnedByEnum, { description: 'By what they were earned.' })
  by!: EarnedBy;

  @Field(() => Int, { description: 'Whole credits, less those that were taken back.' })
  credits!: number;
}

@ObjectType({
  description:
    'What became of welfare credits in a month, in whole credits. A store’s month tells what was ' +
    'spent there; credits are issued, end and are held in the community.',
})
@Allow(withParent)
export class CreditsOfMonth {
  @Field(() => [IssuedCredits], { description: 'What was issued, by reason; none for a store.' })
  issued!: IssuedCredits[];

  @Field(() => Int, { description: 'What was spent on goods, less exchanges that were voided.' })
  spent!: number;

  @Field(() => Int, { nullable: true, description: 'What ended unspent; null for a store.' })
  expired!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'What all wallets held when the month ended, or hold by now; null for a store.',
  })
  outstanding!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of what was earned by service (以服务换福利) and by goods given (以慈善换福利) together, the ' +
      'part of service, in hundredths of a percent; null where neither earned anything.',
  })
  serviceShareBasisPoints!: number | null;
}
