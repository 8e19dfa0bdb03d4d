import { Field, Int, ObjectType } from 'type-graphql';
import { thenBoth } from '../api/at-once';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, policy, withParent } from '../api/policy';
import type { StockTransferRow, TransferDifference, TransferState } from './stock-transfer.entity';
import { inStore, mayReadCosts } from './supermarkets.policy';

export const TransferStateEnum = enumType<TransferState>(
  'TransferState',
  'How far a transfer between stores is.',
  {
    sent: 'The goods are on their way; nobody has counted them yet.',
    received: 'It was counted and some did not arrive: that waits for a second person.',
    settled: 'It was counted, and of every piece it is known where it is.',
    cancelled: 'It was called off or sent back; the goods are in their lots again.',
  },
);

export const TransferDifferenceEnum = enumType<TransferDifference>(
  'TransferDifference',
  'What became of goods that were sent and did not arrive.',
  {
    left_behind: 'They never left: they are in their lots again.',
    lost: 'They were lost on the way, and are written off.',
    damaged: 'They were damaged on the way and thrown away: written off.',
  },
);

interface At {
  readonly communityId: string;
  readonly storeId: string;
}

const at = inStore<At>('', ({ storeId }) => storeId, mayReadCosts);
const allowedAt = at.allows as (context: unknown, row: At) => boolean | Promise<boolean>;

/** Both ends of the way see it. */
export const transferReader = policy<StockTransferRow>(
  "The staff of both stores, and readers of both places' books.",
  (context, row) => {
    const { toCommunityId: communityId, toStoreId: storeId } = row;
    const there = allowedAt(context, { communityId, storeId });
    return thenBoth(allowedAt(context, row), there, (one, other) => one || other);
  },
);

@ObjectType({ description: 'Pieces of a lot in a transfer.' })
@Allow(withParent)
export class StockTransferLine {
  @Field(() => Int, {
    nullable: true,
    description:
      'Pieces that were sent; null to those who are to count them without being shown, until then.',
  })
  pieces!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Pieces that arrived; null until they are counted.',
  })
  arrived!: number | null;
}

export const StockTransferLineConnection = connectionOf(StockTransferLine);

@ObjectType({
  implements: Node,
  description:
    'Goods that a store sends to another (调拨): they leave their lots, are on their way, are counted ' +
    'where they arrive, and become lots there.',
})
@Allow(transferReader)
export class StockTransfer extends Node {
  @Field(() => TransferStateEnum, { description: 'How far it is.' })
  state!: TransferState;

  @Field(() => Boolean, {
    description: 'Whether those who receive it count without being shown what was sent.',
  })
  blind!: boolean;

  @Field(() => String, { nullable: true, description: 'What the sender says of it.' })
  note!: string | null;

  @Field(() => MomentScalar, { description: 'When the goods left.' })
  sentAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When they were counted.' })
  receivedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the receiver says of it.' })
  receiptNote!: string | null;

  @Field(() => TransferDifferenceEnum, {
    nullable: true,
    description: 'What became of what did not arrive; null where all did, or it is not decided.',
  })
  difference!: TransferDifference | null;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When it was cancelled, or what did not arrive was settled.',
  })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why, in words.' })
  endReason!: string | null;
}

export const StockTransferConnection = connectionOf(StockTransfer);
