import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../api/user-error.graphql';
import { Shift } from './shift.graphql';

@InputType({ description: 'What was counted of a product.' })
export class CountedProductInput {
  @Field(() => ID, { description: 'The product.' })
  productId!: string;

  @Field(() => Int, {
    description: 'Pieces on the shelf that are good and not called back, 0 to 100,000.',
  })
  pieces!: number;
}

@InputType({ description: 'A shift to begin.' })
export class OpenShiftInput {
  @Field(() => ID, { description: 'The store.' })
  storeId!: string;

  @Field(() => [CountedProductInput], {
    nullable: true,
    description: 'What was counted of at most 50 products; left out: nothing.',
  })
  counted?: CountedProductInput[] | null;
}

@InputType({ description: 'A shift to end.' })
export class CloseShiftInput {
  @Field(() => ID, { description: 'The shift.' })
  shiftId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Slips of exchanges that are there, 0 to 100,000; left out: not counted.',
  })
  slips?: number | null;

  @Field(() => [CountedProductInput], {
    nullable: true,
    description: 'What was counted of at most 50 products; left out: nothing.',
  })
  counted?: CountedProductInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'A note, 1 to 2,000 characters; needed where another ends it.',
  })
  note?: string | null;
}

@InputType({ description: 'What became of the differences of a shift.' })
export class SettleShiftInput {
  @Field(() => ID, { description: 'The shift.' })
  shiftId!: string;

  @Field(() => String, { description: 'What became of them, 1 to 2,000 characters.' })
  note!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a stock-take of the store is started because of them.',
  })
  count?: boolean | null;
}

@ObjectType({ description: 'The shift that was begun.' })
export class OpenShiftPayload extends Payload {
  @Field(() => Shift, { nullable: true, description: 'The shift; null if refused.' })
  shift?: Shift;
}

@ObjectType({ description: 'The shift that was ended.' })
export class CloseShiftPayload extends Payload {
  @Field(() => Shift, { nullable: true, description: 'The shift; null if refused.' })
  shift?: Shift;
}

@ObjectType({ description: 'The shift whose differences were settled.' })
export class SettleShiftPayload extends Payload {
  @Field(() => Shift, { nullable: true, description: 'The shift; null if refused.' })
  shift?: Shift;
}
