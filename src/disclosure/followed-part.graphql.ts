import { Field, Int, ObjectType } from 'type-graphql';
import { DayScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Money } from '../api/money.graphql';
import { Allow, withParent } from '../api/policy';
import type { Day } from '../kernel/calendar';
import type { FollowedGoods as Goods } from './goods-followed.reader';
import { STAGES, type Stage } from './stretch';

export const FollowedStageEnum = enumType<Stage>(
  'FollowedStage',
  'What became of money that came to a pool.',
  STAGES,
);

export const GoodsStageEnum = enumType<Goods['stage']>(
  'GoodsStage',
  'What became of goods that came to a store.',
  {
    on_shelf: 'They are on the shelf.',
    exchanged: 'They left in exchanges.',
    missing: 'A stock-take missed them; below zero: it found more than the books knew.',
    recalled: 'They were called back and taken off the shelf.',
    written_off: 'Nobody could use them any more.',
    sent: 'They are on their way to another store, since that month.',
  },
);

@ObjectType({
  description:
    'What became of a part of a gift or a surplus: what came first is used first, but for what ' +
    'givers took back, which comes off their own gifts. All parts add up to the whole.',
})
@Allow(withParent)
export class FollowedPart {
  @Field(() => Money, { description: 'How much it is.' })
  part!: Money;

  @Field(() => FollowedStageEnum, { description: 'What became of it.' })
  stage!: Stage;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'When that happened, the last day of several, and never before the money was there; null ' +
      'where nothing has happened yet.',
  })
  date!: Day | null;

  @Field(() => String, {
    nullable: true,
    description: 'The month of the welfare goods, `2026-03`; null where it is for something else.',
  })
  month!: string | null;
}

@ObjectType({ description: 'What became of some pieces of a lot. All parts add up to the whole.' })
@Allow(withParent)
export class FollowedGoods {
  @Field(() => Int, { description: 'How many pieces.' })
  pieces!: number;

  @Field(() => GoodsStageEnum, { description: 'What became of them.' })
  stage!: Goods['stage'];

  @Field(() => String, {
    nullable: true,
    description: 'The month in which they left, `2026-03`; null on the shelf, and long ago.',
  })
  month!: string | null;
}
