import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DayScalar } from '../api/day.graphql';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import type { CouncilKind } from './council-kinds';
import type { Vacancy } from './council-seat.entity';
import { CouncilSeat, VacancyEnum } from './council-seat.graphql';
import { Council, CouncilKindEnum } from './council.graphql';

@InputType({ description: 'A council to found.' })
export class FoundCouncilInput {
  @Field(() => CouncilKindEnum, { description: 'What kind of council; it begins with its rule.' })
  kind!: CouncilKind;

  @Field(() => String, { description: 'Its name, 1 to 100 characters; in a community once.' })
  name!: string;

  @Field(() => ID, { description: 'The community, or the courtyard or grid of it.' })
  placeId!: string;
}

@ObjectType({ description: 'The council that was founded.' })
export class FoundCouncilPayload extends Payload {
  @Field(() => Council, { nullable: true, description: 'The council; null if refused.' })
  council?: Council;
}

@InputType({ description: 'Someone who is to sit in a council.' })
export class CouncilMemberInput {
  @Field(() => ID, { description: 'The resident.' })
  residentId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The council of the group for which they sit, where the rule seats by groups.',
  })
  groupId?: string | null;
}

@InputType({ description: 'The members of a council for a term.' })
export class SeatMembersInput {
  @Field(() => ID, { description: 'The council.' })
  councilId!: string;

  @Field(() => DayScalar, {
    description: 'The first day of the term, today or within a year; the rule says how long it is.',
  })
  validFrom!: Day;

  @Field(() => [CouncilMemberInput], { description: '1 to 200 members, in the order of seats.' })
  members!: CouncilMemberInput[];
}

@ObjectType({ description: 'The council that was seated.' })
export class SeatMembersPayload extends Payload {
  @Field(() => Council, { nullable: true, description: 'The council; null if refused.' })
  council?: Council;
}

@InputType({ description: 'A seat to fill.' })
export class FillSeatInput {
  @Field(() => ID, { description: 'The seat that fell vacant.' })
  seatId!: string;

  @Field(() => ID, { description: 'The resident who takes it for the rest of its term.' })
  residentId!: string;
}

@ObjectType({ description: 'The seat of the substitute.' })
export class FillSeatPayload extends Payload {
  @Field(() => CouncilSeat, { nullable: true, description: 'The seat; null if refused.' })
  seat?: CouncilSeat;
}

@InputType({ description: 'A seat that falls vacant.' })
export class VacateSeatInput {
  @Field(() => ID, { description: 'The seat.' })
  seatId!: string;

  @Field(() => VacancyEnum, { description: 'Why.' })
  because!: Vacancy;

  @Field(() => DayScalar, { description: 'The first day it is held no longer, today or later.' })
  validUntil!: Day;
}

@ObjectType({ description: 'The seat that falls vacant.' })
export class VacateSeatPayload extends Payload {
  @Field(() => CouncilSeat, { nullable: true, description: 'The seat; null if refused.' })
  seat?: CouncilSeat;
}

@InputType({ description: 'A council to dissolve.' })
export class DissolveCouncilInput {
  @Field(() => ID, { description: 'The council.' })
  councilId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; everyone may read it.' })
  reason!: string;
}

@ObjectType({ description: 'The council that was dissolved.' })
export class DissolveCouncilPayload extends Payload {
  @Field(() => Council, { nullable: true, description: 'The council; null if refused.' })
  council?: Council;
}
