import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { ReservedAct } from './reserved-matter.entity';

export const ReservedActEnum = enumType<ReservedAct>(
  'ReservedAct',
  'An act that a community may keep for resolutions, so that nobody does it without one.',
  {
    set_service_rates: '`setServiceRates` of the credit schemes of the place.',
    set_price: "`setPrice` of the community's products.",
    set_routing_plan: '`setRoutingPlan` of enterprises in its books.',
    set_pool_thresholds: '`setPoolThresholds` of the pools in its books.',
    set_pool_decider: '`setPoolDecider` of the pools in its books.',
    set_council_rule: '`setCouncilRule` of its councils.',
    appoint_member: '`appointMember` to the bodies that serve everybody there.',
    end_membership: '`endMembership` in the bodies that serve everybody there.',
    vacate_seat: '`vacateSeat` in its councils, except by who resigns.',
    open_project: '`openProject` there.',
  },
);

@ObjectType({
  implements: Node,
  description: 'That an act needs a resolution in a community, from a moment on (row B3).',
})
@Allow(anyone)
export class ReservedMatter extends Node {
  @Field(() => ReservedActEnum, { description: 'Which act.' })
  act!: ReservedAct;

  @Field(() => MomentScalar, { description: 'From when on.' })
  validFrom!: Date;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'From when on it is free again; null while that is open.',
  })
  validUntil!: Date | null;

  @Field(() => MomentScalar, { description: 'When it was reserved.' })
  reservedAt!: Date;
}

@InputType({ description: 'An act to keep for resolutions.' })
export class ReserveMatterInput {
  @Field(() => ID, { description: 'The Place whose matter it is; it keeps books of its own.' })
  communityId!: string;

  @Field(() => ReservedActEnum, { description: 'Which act.' })
  act!: ReservedAct;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'From when on, now or later; now where it is not given.',
  })
  from?: Date | null;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Until when; until it is released where it is not given.',
  })
  until?: Date | null;
}

@ObjectType({ description: 'The matter that was reserved.' })
export class ReserveMatterPayload extends Payload {
  @Field(() => ReservedMatter, { nullable: true, description: 'It; null if refused.' })
  matter?: ReservedMatter;
}

@InputType({ description: 'A reserved matter to release.' })
export class ReleaseMatterInput {
  @Field(() => ID, { description: 'The ReservedMatter.' })
  matterId!: string;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'From when on it is free, now or later; now where it is not given.',
  })
  from?: Date | null;
}

@ObjectType({ description: 'The matter that was released.' })
export class ReleaseMatterPayload extends Payload {
  @Field(() => ReservedMatter, { nullable: true, description: 'It; null if refused.' })
  matter?: ReservedMatter;
}
