import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import type { Role } from './organisation.entity';
import { RoleEnum } from './society.enums';

@ObjectType({
  implements: Node,
  description: 'A role that someone holds in an organisation for a term.',
})
@Allow(anyone)
export class Membership extends Node {
  @Field(() => RoleEnum, { description: 'The role.' })
  role!: Role;

  @Field(() => DayScalar, { description: 'The first day it is held.' })
  validFrom!: Day;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The first day it is held no longer; null while it is open. The same as `validFrom` where it ' +
      'was taken back before it was ever held.',
  })
  validUntil!: Day | null;
}

export const MembershipConnection = connectionOf(Membership);

@InputType({ description: 'A role for a person, or for a resident, who becomes a person by it.' })
export class AppointMemberInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => RoleEnum, { description: 'The role; each kind of organisation has its own.' })
  role!: Role;

  @Field(() => ID, { nullable: true, description: 'The person; this or `residentId`.' })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The resident; this or `personId`.' })
  residentId?: string | null;

  @Field(() => DayScalar, { description: 'The first day of the term.' })
  validFrom!: Day;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day after the last of the term; open where it is not given.',
  })
  validUntil?: Day | null;
}

@ObjectType({ description: 'The role that was given.' })
export class AppointMemberPayload extends Payload {
  @Field(() => Membership, { nullable: true, description: 'The membership; null if refused.' })
  membership?: Membership;
}

@InputType({ description: 'When a role ends.' })
export class EndMembershipInput {
  @Field(() => ID, { description: 'The membership.' })
  membershipId!: string;

  @Field(() => DayScalar, {
    description: 'The first day it is held no longer, today or later; today ends it at once.',
  })
  validUntil!: Day;
}

@ObjectType({ description: 'The role that ends.' })
export class EndMembershipPayload extends Payload {
  @Field(() => Membership, { nullable: true, description: 'The membership; null if refused.' })
  membership?: Membership;
}
