import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { Payload } from '../api/user-error.graphql';
import { Service } from './service.graphql';

@InputType({ description: 'What members of a self-organisation did together.' })
export class RecordServicesInput {
  @Field(() => String, { description: 'Asking again with the same key gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The self-organisation (Organisation).' })
  organisationId!: string;

  @Field(() => [ID], { description: 'The residents who served, 1 to 50, of one community.' })
  residentIds!: string[];

  @Field(() => String, { description: 'The kind of service, as the scheme has it.' })
  serviceKind!: string;

  @Field(() => MomentScalar, {
    description: 'When it began: within the last 60 days; it must be over.',
  })
  performedAt!: Date;

  @Field(() => Int, { description: 'How long it took each of them, 15 to 720 minutes.' })
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

@InputType({ description: 'Services to confirm at once.' })
export class ConfirmServicesInput {
  @Field(() => [ID], { description: 'The services, 1 to 50, of one community.' })
  serviceIds!: string[];
}

@ObjectType({ description: 'The services that were recorded.' })
export class RecordServicesPayload extends Payload {
  @Field(() => [Service], { nullable: true, description: 'In the order asked; null if refused.' })
  services?: Service[];
}

@ObjectType({ description: 'The services that were confirmed.' })
export class ConfirmServicesPayload extends Payload {
  @Field(() => [Service], { nullable: true, description: 'In the order asked; null if refused.' })
  services?: Service[];
}
