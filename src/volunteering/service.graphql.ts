import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import { serviceReader } from './service.policy';
import type { ServiceState } from './service-state';

export const ServiceStateEnum = enumType<ServiceState>(
  'ServiceState',
  'What became of a service.',
  {
    recorded: 'Recorded by the leader; it waits for someone else to confirm it.',
    confirmed: 'Confirmed: its credits are in the wallet.',
    declined: 'Declined with a reason: it earned nothing.',
    cancelled: 'Confirmed and taken back: its credits have left the wallet again.',
  },
);

@ObjectType({
  implements: Node,
  description:
    'What a resident did for others in a self-organisation (志愿服务), which earns welfare credits. ' +
    'Fields that do not concern the asker are null, with an error.',
})
@Allow(serviceReader)
export class Service extends Node {
  @Field(() => ID, { description: 'The opaque, global id; it carries the community.' })
  @Allow(anyone)
  override id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The kind of service, as the scheme has it.',
  })
  serviceKind?: string;

  @Field(() => MomentScalar, { nullable: true, description: 'When it began.' })
  performedAt?: Date;

  @Field(() => Int, { nullable: true, description: 'How long it took, in minutes.' })
  minutes?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole credits that it brings once it is confirmed, by the rates of its day.',
  })
  credits?: number;

  @Field(() => String, { nullable: true, description: 'What else is to be said of it.' })
  note?: string | null;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was recorded.' })
  recordedAt?: Date;

  @Field(() => ServiceStateEnum, { nullable: true, description: 'What became of it.' })
  state?: ServiceState;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was confirmed, if it was.' })
  confirmedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined or taken back.' })
  reason?: string | null;
}

export const ServiceConnection = connectionOf(Service);

@InputType({ description: 'What a member of a self-organisation did.' })
export class RecordServiceInput {
  @Field(() => ID, { description: 'The self-organisation (Organisation).' })
  organisationId!: string;

  @Field(() => ID, { description: 'The resident who served: a member on that day.' })
  residentId!: string;

  @Field(() => String, { description: 'The kind of service, as the scheme has it.' })
  serviceKind!: string;

  @Field(() => MomentScalar, {
    description: 'When it began: within the last 60 days; it must be over.',
  })
  performedAt!: Date;

  @Field(() => Int, { description: 'How long it took, 15 to 720 minutes.' })
  minutes!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What else is to be said, ≤ 500 characters.',
  })
  note?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Whom it was done for, where that is one resident, who may then confirm it.',
  })
  beneficiaryId?: string | null;
}

@InputType({ description: 'A service to confirm.' })
export class ConfirmServiceInput {
  @Field(() => ID, { description: 'The service.' })
  serviceId!: string;
}

@InputType({ description: 'A service that was not done so.' })
export class DeclineServiceInput {
  @Field(() => ID, { description: 'The service.' })
  serviceId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@InputType({ description: 'A confirmed service to take back.' })
export class ReverseServiceInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The service.' })
  serviceId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason!: string;
}

@ObjectType({ description: 'The service that was recorded.' })
export class RecordServicePayload extends Payload {
  @Field(() => Service, { nullable: true, description: 'The service; null if refused.' })
  service?: Service;
}

@ObjectType({ description: 'The service that was confirmed.' })
export class ConfirmServicePayload extends Payload {
  @Field(() => Service, { nullable: true, description: 'The service; null if refused.' })
  service?: Service;
}

@ObjectType({ description: 'The service that was declined.' })
export class DeclineServicePayload extends Payload {
  @Field(() => Service, { nullable: true, description: 'The service; null if refused.' })
  service?: Service;
}

@ObjectType({ description: 'The service that was taken back.' })
export class ReverseServicePayload extends Payload {
  @Field(() => Service, { nullable: true, description: 'The service; null if refused.' })
  service?: Service;
}
