import { Field, Int, ObjectType } from 'type-graphql';
import { DayScalar } from '../api/day.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import type { Day } from '../kernel/calendar';
import { GoodsDrive } from '../supermarkets/goods-drive.graphql';
import { FollowedGoods } from './followed-part.graphql';

@ObjectType({ description: 'Goods of one kind of a gift, and what became of them.' })
@Allow(withParent)
export class GivenKind {
  @Field(() => String, { description: 'What they are called.' })
  name!: string;

  @Field(() => String, { description: 'In what they are counted: bags, bottles.' })
  unit!: string;

  @Field(() => Int, { description: 'How many pieces were given.' })
  pieces!: number;

  @Field(() => [FollowedGoods], { description: 'What became of them, by month.' })
  followed!: FollowedGoods[];
}

@ObjectType({
  description: 'A gift of goods as its giver follows it: for whoever has the word of its slip.',
})
@Allow(anyone)
export class GivenGoods {
  @Field(() => String, { description: 'The number on the slip.' })
  number!: string;

  @Field(() => String, { description: 'The store that received them.' })
  storeName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The giver, of a resident only what the public sees; null: not to be named.',
  })
  giver!: string | null;

  @Field(() => GoodsDrive, { nullable: true, description: 'The drive, if there was one.' })
  drive!: GoodsDrive | null;

  @Field(() => DayScalar, { description: 'When the goods came, on the clocks of the store.' })
  receivedOn!: Day;

  @Field(() => Int, {
    nullable: true,
    description: 'The whole credits that they earned; null: they were given for nothing.',
  })
  credits!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many households got something of it, at least; null: fewer than three.',
  })
  households!: number | null;

  @Field(() => [GivenKind], { description: 'What was given, at most 50 kinds.' })
  kinds!: GivenKind[];
}
