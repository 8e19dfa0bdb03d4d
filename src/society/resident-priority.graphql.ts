import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DayScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import type { PriorityGroup } from './resident-priority.entity';
import { servesPriority } from './resident.policy';
import { PriorityGroupEnum } from './society.enums';

@ObjectType({
  implements: Node,
  description: 'That a resident belongs to a priority group (特殊群体) for a time.',
})
@Allow(servesPriority)
export class ResidentPriority extends Node {
  @Field(() => PriorityGroupEnum, { description: 'The group.' })
  priorityGroup!: PriorityGroup;

  @Field(() => DayScalar, { description: 'The first day of it.' })
  validFrom!: Day;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The first day no longer; null while it is open.',
  })
  validUntil!: Day | null;
}

@InputType({ description: 'A priority group for a resident.' })
export class GrantPriorityInput {
  @Field(() => ID, { description: 'The resident.' })
  residentId!: string;

  @Field(() => PriorityGroupEnum, { description: 'The group.' })
  priorityGroup!: PriorityGroup;

  @Field(() => DayScalar, { description: 'The first day of it.' })
  validFrom!: Day;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The first day no longer; open where it is not given.',
  })
  validUntil?: Day | null;
}

@ObjectType({ description: 'The priority that was granted.' })
export class GrantPriorityPayload extends Payload {
  @Field(() => ResidentPriority, { nullable: true, description: 'It; null if refused.' })
  priority?: ResidentPriority;
}

@InputType({ description: 'When a priority ends.' })
export class EndPriorityInput {
  @Field(() => ID, { description: 'The `ResidentPriority`.' })
  priorityId!: string;

  @Field(() => DayScalar, {
    description: 'The first day it holds no longer, today or later; today ends it at once.',
  })
  validUntil!: Day;
}

@ObjectType({ description: 'The priority that ends.' })
export class EndPriorityPayload extends Payload {
  @Field(() => ResidentPriority, { nullable: true, description: 'It; null if refused.' })
  priority?: ResidentPriority;
}
