import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, withParent } from '../api/policy';
import { mayReadBooks } from '../society/society.policy';
import { inStore, mayReadExchanges } from './supermarkets.policy';
import type { ShiftRow } from './shift.entity';

const storeOf = ({ storeId }: ShiftRow) => storeId;

const shiftReader = inStore<ShiftRow>(
  "The store's staff, the place's cadres, officers and auditors, and its foundations' people.",
  storeOf,
  (actor, at, operatorId) => mayReadExchanges(actor, at, operatorId) || mayReadBooks(actor, at),
);

export const shiftExchangesReader = inStore<ShiftRow>(
  "The store's staff, and cadres, officers and auditors of the place.",
  storeOf,
  mayReadExchanges,
);

@ObjectType({ description: 'Pieces of a product that were counted in a shift.' })
@Allow(withParent)
export class ShiftCount {
  @Field(() => Boolean, { description: 'Whether at its end; false: at its beginning.' })
  atEnd!: boolean;

  @Field(() => Int, { description: 'Pieces that were there.' })
  pieces!: number;
}

@ObjectType({ description: 'Pieces of a class of goods that left in a shift.' })
@Allow(withParent)
export class ShiftPieces {
  @Field(() => Int, { description: 'Pieces, less those that voids brought back.' })
  pieces!: number;
}

@ObjectType({ description: 'What a shift did, added up from the books.' })
@Allow(withParent)
export class ShiftSums {
  @Field(() => Int, { description: 'Exchanges recorded, those taken back later included.' })
  exchanges!: number;

  @Field(() => Int, { description: 'Exchanges taken back, of this shift or of another.' })
  voids!: number;

  @Field(() => Int, { description: 'Whole credits, less what was given back.' })
  credits!: number;
}

@ObjectType({
  implements: Node,
  description:
    'A shift (班次): a clerk works the till of a store from when to when. What is counted at its ' +
    'ends is compared with the books; a difference waits for a second person and moves nothing.',
})
@Allow(shiftReader)
export class Shift extends Node {
  @Field(() => MomentScalar, { description: 'When it began.' })
  openedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it ended; null: it is open.' })
  closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was noted when it ended.' })
  note!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Slips of exchanges that were counted at its end; null: none were.',
  })
  slips!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether something that was counted is not as the books say; null: it is open.',
  })
  differs!: boolean | null;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When a second person said what became of the differences.',
  })
  settledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What became of the differences.' })
  settledNote!: string | null;
}

export const ShiftConnection = connectionOf(Shift);
