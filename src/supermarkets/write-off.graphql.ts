import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Money } from '../api/money.graphql';
import { Node } from '../api/node.graphql';
import { Allow, withParent } from '../api/policy';
import { RichRefusal, UserError } from '../api/user-error.graphql';
import { inStore, mayReadCosts } from './supermarkets.policy';
import type { WriteOffReason, WriteOffRow, WriteOffState } from './write-off.entity';

export const WriteOffReasonEnum = enumType<WriteOffReason>(
  'WriteOffReason',
  'Why nobody can use goods any more.',
  {
    expired: 'Their last good day is over.',
    damaged: 'They were damaged.',
    lost: 'They are not there, and no stock-take is under way.',
    spoiled: 'They went bad before their day.',
    other: 'Another reason, told in a note.',
  },
);

export const WriteOffStateEnum = enumType<WriteOffState>(
  'WriteOffState',
  'How far a write-off is.',
  {
    waiting: 'It is beyond the limit and waits for a second person; the pieces are in their lot.',
    posted: 'The pieces have left their lot.',
    declined: 'It came to nothing.',
    reversed: 'It was wrong and is taken back; the pieces are in their lot again.',
  },
);

export const writeOffReader = inStore<WriteOffRow>(
  "The store's staff, and readers of the place's books.",
  ({ storeId }) => storeId,
  mayReadCosts,
);

@ObjectType({
  implements: Node,
  description: 'Pieces of a lot that nobody can use any more (报损).',
})
@Allow(writeOffReader)
export class WriteOff extends Node {
  @Field(() => Int, { description: 'Pieces.' })
  pieces!: number;

  @Field(() => WriteOffReasonEnum, { description: 'Why.' })
  reason!: WriteOffReason;

  @Field(() => String, { nullable: true, description: 'What else is to be said.' })
  note!: string | null;

  @Field(() => WriteOffStateEnum, { description: 'How far it is.' })
  state!: WriteOffState;

  @Field(() => MomentScalar, { description: 'When it was asked for.' })
  askedAt!: Date;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When a second person decided; null while it waits, and where none was needed.',
  })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  declineReason!: string | null;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was taken back.' })
  reversedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  reverseReason!: string | null;
}

export const WriteOffConnection = connectionOf(WriteOff);

@ObjectType({ description: 'What one person may write off in a store in a day without a second.' })
@Allow(withParent)
export class WriteOffLimit {
  @Field(() => Int, { description: 'Pieces.' })
  pieces!: number;

  @Field(() => Money, {
    nullable: true,
    description: 'What they cost together; null: only the pieces are limited.',
  })
  value!: Money | null;

  @Field(() => MomentScalar, { description: 'Since when it holds.' })
  validFrom!: Date;
}

@ObjectType({ implements: UserError, description: 'A lot has fewer pieces left.' })
@Allow(withParent)
@RichRefusal('LOT_SHORT')
export class LotShort extends UserError {
  @Field(() => Int, { description: 'Pieces that are left of it.' })
  available!: number;
}
