import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { Payload } from '../api/user-error.graphql';
import { Pool, ThresholdInput } from './pool.graphql';

@InputType({ description: "A pool's table of approvals, to be set anew." })
export class SetPoolThresholdsInput {
  @Field(() => ID, { description: 'The Pool.' })
  poolId!: string;

  @Field(() => [ThresholdInput], {
    description: 'Approvals by amount, 1 to 10 lines from zero up: the whole table.',
  })
  thresholds!: ThresholdInput[];

  @Field(() => MomentScalar, { nullable: true, description: 'From when on; left out: now.' })
  from?: Date | null;
}

@ObjectType({ description: 'The pool whose table was set.' })
export class SetPoolThresholdsPayload extends Payload {
  @Field(() => Pool, { nullable: true, description: 'The pool; null if refused.' })
  pool?: Pool;
}
