import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MoneyInput } from '../api/money.graphql';
import { Payload } from '../api/user-error.graphql';
import { Store } from './store.graphql';
import type { WriteOffReason } from './write-off.entity';
import { WriteOff, WriteOffReasonEnum } from './write-off.graphql';

@InputType({ description: 'Pieces of a lot that nobody can use any more.' })
export class WriteOffGoodsInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The lot.' })
  lotId!: string;

  @Field(() => Int, { description: 'Pieces, 1 to 100,000 and no more than are left.' })
  quantity!: number;

  @Field(() => WriteOffReasonEnum, { description: 'Why.' })
  reason!: WriteOffReason;

  @Field(() => String, {
    nullable: true,
    description: '1 to 2,000 characters; needed where the reason is OTHER.',
  })
  note?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A photo that shows it: an Attachment that who asks has uploaded.',
  })
  photoId?: string | null;
}

@InputType({ description: 'A write-off to approve.' })
export class ApproveWriteOffInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The write-off.' })
  writeOffId!: string;
}

@InputType({ description: 'A write-off that shall come to nothing.' })
export class DeclineWriteOffInput {
  @Field(() => ID, { description: 'The write-off.' })
  writeOffId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@InputType({ description: 'A write-off that was wrong.' })
export class ReverseWriteOffInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The write-off.' })
  writeOffId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@InputType({ description: 'What one person may write off in a store in a day without a second.' })
export class SetWriteOffLimitInput {
  @Field(() => ID, { description: 'The store.' })
  storeId!: string;

  @Field(() => Int, { description: 'Pieces, 0 to 100,000; 0: nothing.' })
  pieces!: number;

  @Field(() => MoneyInput, {
    nullable: true,
    description: "What they cost together, in the currency of the store's pool; left out: any.",
  })
  value?: MoneyInput | null;
}

@ObjectType({ description: 'The write-off, posted or waiting.' })
export class WriteOffGoodsPayload extends Payload {
  @Field(() => WriteOff, { nullable: true, description: 'The write-off; null if refused.' })
  writeOff?: WriteOff;
}

@ObjectType({ description: 'The write-off that was approved.' })
export class ApproveWriteOffPayload extends Payload {
  @Field(() => WriteOff, { nullable: true, description: 'The write-off; null if refused.' })
  writeOff?: WriteOff;
}

@ObjectType({ description: 'The write-off that came to nothing.' })
export class DeclineWriteOffPayload extends Payload {
  @Field(() => WriteOff, { nullable: true, description: 'The write-off; null if refused.' })
  writeOff?: WriteOff;
}

@ObjectType({ description: 'The write-off that was taken back.' })
export class ReverseWriteOffPayload extends Payload {
  @Field(() => WriteOff, { nullable: true, description: 'The write-off; null if refused.' })
  writeOff?: WriteOff;
}

@ObjectType({ description: 'The store whose limit was set.' })
export class SetWriteOffLimitPayload extends Payload {
  @Field(() => Store, { nullable: true, description: 'The store; null if refused.' })
  store?: Store;
}
