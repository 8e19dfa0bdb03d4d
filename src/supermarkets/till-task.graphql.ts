import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, withParent } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { inStore, mayReadExchanges } from './supermarkets.policy';
import type { TillTaskRow } from './till-task.entity';

const taskReader = inStore<TillTaskRow>(
  "The store's staff, and cadres, officers and auditors of the place.",
  ({ storeId }) => storeId,
  mayReadExchanges,
);

@ObjectType({ description: 'Goods that a till handed out offline.' })
@Allow(withParent)
export class TillTaskLine {
  @Field(() => Int, { description: 'Pieces.' })
  quantity!: number;
}

@ObjectType({
  implements: Node,
  description:
    'An exchange that a till made without a connection and that could not be recorded any more: ' +
    'the goods have left the store, and a storekeeper has to look at it.',
})
@Allow(taskReader)
export class TillTask extends Node {
  @Field(() => MomentScalar, { description: 'When it was reported.' })
  reportedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was resolved; null: open.' })
  resolvedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What became of it.' })
  note!: string | null;
}

export const TillTaskConnection = connectionOf(TillTask);

@InputType({ description: 'What became of an exchange that could not be recorded.' })
export class ResolveTillTaskInput {
  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => String, { description: 'What became of it, 1 to 2,000 characters.' })
  note!: string;
}

@ObjectType({ description: 'The task as it stands now.' })
export class ResolveTillTaskPayload extends Payload {
  @Field(() => TillTask, { nullable: true, description: 'The task; null if refused.' })
  task?: TillTask;
}
