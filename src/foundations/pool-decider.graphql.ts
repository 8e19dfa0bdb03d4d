import { Field, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Allow, withParent } from '../api/policy';
import { DECIDERS, type DecidedBy } from './pool-decider.entity';

export const DecidedByEnum = enumType<DecidedBy>(
  'DecidedBy',
  'Who decides what a pool gives (N4).',
  DECIDERS,
);

@ObjectType({ description: 'Who decides what a pool gives, and since when.' })
@Allow(withParent)
export class PoolDecider {
  @Field(() => DecidedByEnum, { description: 'Who decides.' })
  decidedBy!: DecidedBy;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Since when; null: since the pool was opened.',
  })
  validFrom!: Date | null;
}
