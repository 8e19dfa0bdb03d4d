import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../api/user-error.graphql';
import type { TransferDifference } from './stock-transfer.entity';
import { StockTransfer, TransferDifferenceEnum } from './stock-transfer.graphql';

@InputType({ description: 'Pieces of a lot to send.' })
export class SendingLineInput {
  @Field(() => ID, { description: 'The lot, of the sending store.' })
  lotId!: string;

  @Field(() => Int, { description: 'Pieces, 1 to 100,000 and no more than are left.' })
  quantity!: number;

  @Field(() => ID, {
    nullable: true,
    description:
      'The Product as the other community knows it; left out: the one with the same bar code.',
  })
  asProductId?: string | null;
}

@InputType({ description: 'Goods to send to another store.' })
export class SendGoodsInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The Store that sends them.' })
  fromStoreId!: string;

  @Field(() => ID, { description: 'The Store that they go to, of this community or another.' })
  toStoreId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they are to be counted without being shown what was sent; left out: no.',
  })
  blind?: boolean | null;

  @Field(() => String, { nullable: true, description: 'What is to be said, to 2,000 characters.' })
  note?: string | null;

  @Field(() => [SendingLineInput], { description: '1 to 100 lots, each once.' })
  lines!: SendingLineInput[];
}

@InputType({ description: 'What was counted of a lot that arrived.' })
export class ArrivalLineInput {
  @Field(() => ID, { description: 'The lot that was sent.' })
  lotId!: string;

  @Field(() => Int, { description: 'Pieces that were there, 0 to as many as were sent.' })
  pieces!: number;
}

@InputType({ description: 'What arrived of a transfer.' })
export class ReceiveTransferInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The transfer.' })
  transferId!: string;

  @Field(() => [ArrivalLineInput], { description: 'Each lot of the transfer, once.' })
  lines!: ArrivalLineInput[];

  @Field(() => String, { nullable: true, description: 'What is to be said, to 2,000 characters.' })
  note?: string | null;
}

@InputType({ description: 'A transfer to call off or to send back.' })
export class CancelTransferInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The transfer.' })
  transferId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@InputType({ description: 'What became of what did not arrive of a transfer.' })
export class SettleTransferDifferenceInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The transfer.' })
  transferId!: string;

  @Field(() => TransferDifferenceEnum, { description: 'What became of it.' })
  difference!: TransferDifference;

  @Field(() => String, { description: 'How that is known, 1 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({ description: 'The transfer that is on its way.' })
export class SendGoodsPayload extends Payload {
  @Field(() => StockTransfer, { nullable: true, description: 'The transfer; null if refused.' })
  transfer?: StockTransfer;
}

@ObjectType({ description: 'The transfer that was counted.' })
export class ReceiveTransferPayload extends Payload {
  @Field(() => StockTransfer, { nullable: true, description: 'The transfer; null if refused.' })
  transfer?: StockTransfer;
}

@ObjectType({ description: 'The transfer that was called off.' })
export class CancelTransferPayload extends Payload {
  @Field(() => StockTransfer, { nullable: true, description: 'The transfer; null if refused.' })
  transfer?: StockTransfer;
}

@ObjectType({ description: 'The transfer whose difference was settled.' })
export class SettleTransferDifferencePayload extends Payload {
  @Field(() => StockTransfer, { nullable: true, description: 'The transfer; null if refused.' })
  transfer?: StockTransfer;
}
