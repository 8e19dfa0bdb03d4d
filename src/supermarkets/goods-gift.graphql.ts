import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, policy, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import { isResident } from '../society/resident.policy';
import type { GoodsGiftRow } from './goods-gift.entity';
import type { Thanks } from './goods-thanks.entity';
import { ThanksEnum } from './goods-value.graphql';
import { inStore, mayReadExchanges } from './supermarkets.policy';

const atStore = inStore<GoodsGiftRow>(
  "The store's staff, and cadres, officers and auditors of the place.",
  ({ storeId }) => storeId,
  mayReadExchanges,
);

export const goodsGiftReader = policy<GoodsGiftRow>(
  "The resident who gave, the store's staff, and cadres, officers and auditors of the place.",
  (context, gift) => {
    const { communityId, residentId: id } = gift;
    if (id !== null && isResident(context.actor, { communityId, id })) return true;
    return atStore.allows(context, gift as never);
  },
);

@ObjectType({
  implements: Node,
  description:
    'Goods that one giver brought at once (物资捐赠). Whoever has its slip follows them at ' +
    '`/goods/<followToken>`, without an account.',
})
@Allow(goodsGiftReader)
export class GoodsGift extends Node {
  @Field(() => String, { nullable: true, description: 'A giver from outside, as told.' })
  giverName!: string | null;

  @Field(() => Boolean, { description: "Whether the slip and the giver's page name the giver." })
  named!: boolean;

  @Field(() => ThanksEnum, { description: 'How the giver is thanked: in one way, never in both.' })
  thanks!: Thanks;

  @Field(() => MomentScalar, { description: 'When the goods came.' })
  receivedAt!: Date;
}

@ObjectType({ description: 'Goods of one kind among those of a gift: a lot.' })
@Allow(withParent)
export class GoodsGiftLine {
  @Field(() => Int, { description: 'Its place in the gift, from 1.' })
  line!: number;
}

export const GoodsGiftConnection = connectionOf(GoodsGift);

@InputType({ description: 'Goods of one kind among those that a giver brings.' })
export class GivenGoodsInput {
  @Field(() => ID, { description: 'The product, of the same community.' })
  productId!: string;

  @Field(() => Int, { description: 'Pieces, 1 to 100,000.' })
  quantity!: number;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The last day on which they are good, today or later; left out: they keep.',
  })
  expiresOn?: Day | null;
}

@InputType({ description: 'Goods that a giver brings. At most one giver is told; none: unnamed.' })
export class ReceiveGoodsGiftInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The store.' })
  storeId!: string;

  @Field(() => ID, { nullable: true, description: 'The Resident who gives.' })
  residentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The Organisation that gives.' })
  organisationId?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of a giver from outside.' })
  giverName?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the slip names the giver; left out: it does.',
  })
  named?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'The GoodsDrive under which they come.' })
  driveId?: string | null;

  @Field(() => ThanksEnum, {
    nullable: true,
    description: 'How the giver is thanked; credits for residents only. Left out: acknowledged.',
  })
  thanks?: Thanks | null;

  @Field(() => [GivenGoodsInput], { description: '1 to 50 kinds of goods: each is a lot.' })
  lines!: GivenGoodsInput[];
}

@InputType({ description: 'A gift whose slip is printed once more.' })
export class PrintGoodsSlipInput {
  @Field(() => ID, { description: 'The GoodsGift.' })
  giftId!: string;
}

const TOKEN =
  "The word on the giver's slip, kept nowhere else: the giver follows the goods at " +
  '`/goods/<followToken>`, and the slip is at `/goods/<followToken>/slip` and `…/slip.pdf`. Null ' +
  'if refused.';

@ObjectType({ description: 'The gift that was received.' })
export class ReceiveGoodsGiftPayload extends Payload {
  @Field(() => GoodsGift, { nullable: true, description: 'The gift; null if refused.' })
  gift?: GoodsGift;

  @Field(() => String, { nullable: true, description: TOKEN })
  followToken?: string;
}

@ObjectType({ description: 'The gift whose slip was printed.' })
export class PrintGoodsSlipPayload extends Payload {
  @Field(() => GoodsGift, { nullable: true, description: 'The gift; null if refused.' })
  gift?: GoodsGift;

  @Field(() => String, { nullable: true, description: TOKEN })
  followToken?: string;
}
