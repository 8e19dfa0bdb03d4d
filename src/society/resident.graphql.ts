import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import { keepsResident, knowsResident } from './resident.policy';

@ObjectType({
  implements: Node,
  description:
    'A resident (居民) of a community. Fields that do not concern the asker are null, with an error.',
})
@Allow(keepsResident)
export class Resident extends Node {
  @Field(() => ID, { description: 'The opaque, global id; it carries the community.' })
  @Allow(anyone)
  override id!: string;

  @Field(() => String, { nullable: true, description: 'The full name.' })
  @Allow(knowsResident)
  name?: string;

  @Field(() => DayScalar, { nullable: true, description: 'The day of birth, if it is known.' })
  birthDate?: Day | null;

  @Field(() => DayScalar, { nullable: true, description: 'The first day here.' })
  movedIn?: Day;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The first day no longer here; null who still lives here.',
  })
  movedOut?: Day | null;
}

export const ResidentConnection = connectionOf(Resident);

@InputType({ description: 'Someone who lives in a household.' })
export class ResidentInput {
  @Field(() => String, { description: 'The name, 1 to 100 characters.' })
  name!: string;

  @Field(() => DayScalar, { nullable: true, description: 'The day of birth, if it is known.' })
  birthDate?: Day | null;

  @Field(() => String, { nullable: true, description: 'A telephone number, 5 to 20 digits.' })
  phone?: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The first day here; today where it is not given.',
  })
  movedIn?: Day | null;
}

@InputType({ description: 'People who move into a household that is on the register.' })
export class RegisterResidentsInput {
  @Field(() => ID, { description: 'The household.' })
  householdId!: string;

  @Field(() => [ResidentInput], {
    description: 'Who moves in; a household holds 20 people at most.',
  })
  residents!: ResidentInput[];
}

@ObjectType({ description: 'The residents who were registered.' })
export class RegisterResidentsPayload extends Payload {
  @Field(() => [Resident], {
    nullable: true,
    description: 'The new residents, in the order given; null if refused.',
  })
  residents?: Resident[];
}

@InputType({ description: 'Who moves out, and when.' })
export class MoveOutResidentInput {
  @Field(() => ID, { description: 'The resident.' })
  residentId!: string;

  @Field(() => DayScalar, { description: 'The first day no longer here, today at the latest.' })
  movedOut!: Day;
}

@ObjectType({ description: 'The resident who moved out.' })
export class MoveOutResidentPayload extends Payload {
  @Field(() => Resident, { nullable: true, description: 'The resident; null if refused.' })
  resident?: Resident;
}
