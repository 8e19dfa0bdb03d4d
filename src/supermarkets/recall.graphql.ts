import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumType } from '../api/enum.graphql';
import { Payload } from '../api/user-error.graphql';
import type { RecalledEnd } from './clear-recalled';
import { Lot } from './lot.graphql';

export const RecalledEndEnum = enumType<RecalledEnd>(
  'RecalledEnd',
  'What becomes of goods that were called back.',
  { written_off: 'They are thrown away.', returned: 'They go back to where they came from.' },
);

@InputType({ description: 'A lot to call back.' })
export class RecallLotInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The lot.' })
  lotId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; everyone may read it.' })
  reason!: string;
}

@ObjectType({ description: 'The lot that was called back.' })
export class RecallLotPayload extends Payload {
  @Field(() => Lot, { nullable: true, description: 'The lot; null if refused.' })
  lot?: Lot;
}

@InputType({ description: 'Pieces that were called back and have gone.' })
export class ClearRecalledInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The lot.' })
  lotId!: string;

  @Field(() => Int, { description: 'Pieces, 1 to 100,000.' })
  quantity!: number;

  @Field(() => RecalledEndEnum, { description: 'What became of them.' })
  end!: RecalledEnd;
}

@ObjectType({ description: 'The lot of which pieces have gone.' })
export class ClearRecalledPayload extends Payload {
  @Field(() => Lot, { nullable: true, description: 'The lot; null if refused.' })
  lot?: Lot;
}
