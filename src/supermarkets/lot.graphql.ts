import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Money, MoneyInput } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import type { LotSource } from './lot.entity';
import type { Lot as LotState } from './lot.reader';
import { inStore, mayReadCosts, mayReadExchanges } from './supermarkets.policy';

export const LotSourceEnum = enumType<LotSource>('LotSource', 'Where goods come from.', {
  DONATED: 'Somebody gave them.',
  PURCHASED: 'A pool bought them.',
  OPERATOR_OWNED: "They are the operator's; the store's pool owes for each piece exchanged.",
});

const storeOf = ({ storeId }: LotState) => storeId;

export const lotCostReader = inStore(
  "The store's staff, and readers of the place's books.",
  storeOf,
  mayReadCosts,
);

export const donorReader = inStore(
  "The store's staff, and cadres, officers and auditors of the place.",
  storeOf,
  mayReadExchanges,
);

@ObjectType({
  implements: Node,
  description: 'Goods of one product that came to a store together (批次).',
})
@Allow(anyone)
export class Lot extends Node {
  @Field(() => LotSourceEnum, { description: 'Where they come from.' })
  source!: LotSource;

  @Field(() => Int, { description: 'Pieces received.' })
  quantity!: number;

  @Field(() => Int, { description: 'Pieces left.' })
  stock!: number;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The last day on which they are good; null: they keep.',
  })
  expiresOn!: Day | null;

  @Field(() => MomentScalar, { description: 'When they were received.' })
  receivedAt!: Date;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Since when they must not be given any more; null: they may.',
  })
  recalledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why they were called back.' })
  recallReason!: string | null;

  @Field(() => String, { nullable: true, description: 'Who gave them, if a person is named.' })
  @Allow(donorReader)
  donorName!: string | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What a piece costs the pool; null for what was given.',
  })
  @Allow(lotCostReader)
  unitCost!: Money | null;
}

export const LotConnection = connectionOf(Lot);

@InputType({ description: 'Goods that arrive at a store.' })
export class ReceiveGoodsInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The store.' })
  storeId!: string;

  @Field(() => ID, { description: 'The product, of the same community.' })
  productId!: string;

  @Field(() => Int, { description: 'Pieces, 1 to 100,000.' })
  quantity!: number;

  @Field(() => LotSourceEnum, { description: 'Where they come from.' })
  source!: LotSource;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What a piece costs the pool: for PURCHASED and OPERATOR_OWNED, and only there.',
  })
  unitCost?: MoneyInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The pool that pays now: for PURCHASED, and only there.',
  })
  paidByPoolId?: string | null;

  @Field(() => String, { nullable: true, description: 'Who gave them: only for DONATED.' })
  donorName?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The Organisation that gave them: only for DONATED.',
  })
  donorOrganisationId?: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The last day on which they are good, today or later; left out: they keep.',
  })
  expiresOn?: Day | null;
}

@ObjectType({ description: 'The lot in which the goods were received.' })
export class ReceiveGoodsPayload extends Payload {
  @Field(() => Lot, { nullable: true, description: 'The lot; null if refused.' })
  lot?: Lot;
}
