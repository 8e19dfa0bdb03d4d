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

/** Whoever has the link may manage it. */
@InputType({ description: 'A monthly gift, by its token.' })
abstract class PledgeInput {
  @Field(() => String, { description: 'The word of the link to manage it.' })
  pledgeToken!: string;
}

@InputType({ description: 'A monthly gift to pause.' })
export class PausePledgeInput extends PledgeInput {}

@InputType({ description: 'A paused monthly gift to let go on.' })
export class ResumePledgeInput extends PledgeInput {}

@InputType({ description: 'A monthly gift to end.' })
export class CancelPledgeInput extends PledgeInput {}

/** What every act on a monthly gift answers. */
@ObjectType({ description: 'What an act on a monthly gift answers.' })
abstract class PledgePayload extends Payload {
  @Field(() => Pledge, { nullable: true, description: 'The monthly gift; null if refused.' })
  pledge?: Pledge;
}

@ObjectType({ description: 'The monthly gift, paused.' })
export class PausePledgePayload extends PledgePayload {}

@ObjectType({ description: 'The monthly gift, which goes on.' })
export class ResumePledgePayload extends PledgePayload {}

@ObjectType({ description: 'The monthly gift, which has ended.' })
export class CancelPledgePayload extends PledgePayload {}
