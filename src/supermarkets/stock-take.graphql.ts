import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, withParent } from '../api/policy';
import { RichRefusal, UserError } from '../api/user-error.graphql';
import { Lot } from './lot.graphql';
import type { StockTakeRow, StockTakeState } from './stock-take.entity';
import { inStore, mayReadCosts } from './supermarkets.policy';

export const StockTakeStateEnum = enumType<StockTakeState>(
  'StockTakeState',
  'How far a stock-take is.',
  {
    counting: 'Lots are being counted.',
    closed: 'Its differences wait for a second person.',
    approved: 'The books follow what was counted.',
    declined: 'It came to nothing.',
  },
);

export const stockTakeReader = inStore<StockTakeRow>(
  "The store's staff, and readers of the place's books.",
  ({ storeId }) => storeId,
  mayReadCosts,
);

@ObjectType({ description: 'What was counted of a lot, once in a stock-take.' })
@Allow(withParent)
export class StockCount {
  @Field(() => Int, { description: 'Pieces that were there.' })
  pieces!: number;

  @Field(() => MomentScalar, {
    description: 'When they were counted; what moved later is no difference.',
  })
  countedAt!: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'Pieces that the books held at that moment; null until the stock-take is closed.',
  })
  book!: number | null;
}

export const StockCountConnection = connectionOf(StockCount);

@ObjectType({
  implements: Node,
  description:
    'A stock-take (盘点): a store is counted without being shown what the books say, and a second ' +
    'person decides about the differences.',
})
@Allow(stockTakeReader)
export class StockTake extends Node {
  @Field(() => StockTakeStateEnum, { description: 'How far it is.' })
  state!: StockTakeState;

  @Field(() => MomentScalar, { description: 'When it was started.' })
  startedAt!: Date;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When its differences were worked out last.',
  })
  closedAt!: Date | null;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  declineReason!: string | null;
}

export const StockTakeConnection = connectionOf(StockTake);

@ObjectType({
  implements: UserError,
  description:
    'A lot moved against its count: something came in late, or more left than was there.',
})
@Allow(withParent)
@RichRefusal('LOT_MOVED')
export class LotMoved extends UserError {
  @Field(() => Lot, { description: 'The lot.' })
  lot!: Lot;
}
