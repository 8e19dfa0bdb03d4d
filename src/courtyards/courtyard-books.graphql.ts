import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { Money } from '../api/money.graphql';
import { Allow, withParent } from '../api/policy';

@ObjectType({
  description:
    'The open books of the organisation that stands for a courtyard (row C4): what it was paid in ' +
    'this community and what it spent that on. Anyone may read them.',
})
@Allow(withParent)
export class CourtyardBooks {}

@ObjectType({ description: 'What an organisation has had of grants, in one currency.' })
@Allow(withParent)
export class CourtyardSum {
  @Field(() => Money, { description: 'What it was paid.' })
  received!: Money;

  @Field(() => Money, { description: 'What of that it gave back.' })
  returned!: Money;

  @Field(() => Money, { description: 'What of that it has shown to be spent.' })
  accountedFor!: Money;

  @Field(() => Money, { description: 'The rest, of which it has still to tell.' })
  unaccounted!: Money;
}

@ObjectType({ description: 'A tranche of a grant that an organisation was paid.' })
@Allow(withParent)
export class CourtyardReceipt {
  @Field(() => Money, { description: 'How much.' })
  amount!: Money;

  @Field(() => MomentScalar, { description: 'When it was paid.' })
  paidAt!: Date;

  @Field(() => String, { description: 'What was to be reached with it.' })
  milestone!: string;
}

export const CourtyardReceiptConnection = connectionOf(CourtyardReceipt);
