import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { Payload } from '../api/user-error.graphql';
import { DecidedByEnum } from '../foundations/pool-decider.graphql';
import type { DecidedBy } from '../foundations/pool-decider.entity';
import { Pool } from '../foundations/pool.graphql';

@InputType({ description: 'Who is to decide what a pool gives.' })
export class SetPoolDeciderInput {
  @Field(() => ID, { description: 'The Pool.' })
  poolId!: string;

  @Field(() => DecidedByEnum, { description: 'BOARD or COUNCIL.' })
  decidedBy!: DecidedBy;

  @Field(() => ID, {
    nullable: true,
    description: "The Council of the pool's community; exactly where a council decides.",
  })
  councilId?: string | null;

  @Field(() => MomentScalar, { nullable: true, description: 'From when on; left out: now.' })
  from?: Date | null;
}

@ObjectType({ description: 'The pool with who decides.' })
export class SetPoolDeciderPayload extends Payload {
  @Field(() => Pool, { nullable: true, description: 'The pool; null if refused.' })
  pool?: Pool;
}
