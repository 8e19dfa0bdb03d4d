import { Field, InputType, ObjectType } from 'type-graphql';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import { giftReader } from './donation.policy';
import type { PledgeRow } from './pledge.entity';

export const PledgeStateEnum = enumType<PledgeRow['state']>(
  'PledgeState',
  'How a monthly gift stands.',
  {
    starting: 'The first gift is not paid yet.',
    active: 'It comes every month.',
    paused: 'The giver has paused it: nothing is taken, nobody reminded.',
    past_due: "The month's gift could not be taken; the processor tries again.",
    cancelled: 'It has ended.',
  },
);

export const PledgeWayEnum = enumType<PledgeRow['way']>('PledgeWay', 'How a monthly gift comes.', {
  card: 'Taken from the card by itself.',
  reminder: 'The giver is reminded, and pays each month.',
});

@ObjectType({ implements: Node, description: 'A gift that comes every month (月捐).' })
@Allow(giftReader)
export class Pledge extends Node {
  @Field(() => PledgeStateEnum, { description: 'How it stands.' })
  state!: PledgeRow['state'];

  @Field(() => PledgeWayEnum, { description: 'How it comes.' })
  way!: PledgeRow['way'];

  @Field(() => MomentScalar, { description: 'When it was begun.' })
  startedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it ended.' })
  cancelledAt!: Date | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day on which it is looked at next, and its giver reminded if need be.',
  })
  nextLookOn!: Day | null;
}

@InputType({ description: 'A monthly gift, by its token.' })
export class ChangePledgeInput {
  @Field(() => String, { description: 'The word of the link to manage it.' })
  pledgeToken!: string;
}

@ObjectType({ description: 'The monthly gift as it stands now.' })
export class PledgePayload extends Payload {
  @Field(() => Pledge, { nullable: true, description: 'The monthly gift; null if refused.' })
  pledge?: Pledge;
}
