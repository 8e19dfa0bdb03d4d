import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import type { Day } from '../kernel/calendar';
import type { CompositionPart } from './composition';
import type { CouncilKind } from './council-kinds';

export const CouncilKindEnum = enumType<CouncilKind>(
  'CouncilKind',
  'The kinds of council (议事会); each begins with a rule of its own.',
  {
    group_council: "A residents' group's council (小组议事会, row C1).",
    community_council: "The community's council (社区议事会, row C1), chosen from group councils.",
    courtyard_council: 'The council of a courtyard (院落议事会).',
    neighbourhood_council: 'The council of a neighbourhood (邻里理事会, row N1).',
    residents_meeting: "The meeting of residents' representatives (居民代表会议, row B4).",
  },
);

export const CompositionPartEnum = enumType<CompositionPart>(
  'CompositionPart',
  'What a council must be made of.',
  {
    seats: 'It has so many members who live here, at least.',
    here: 'Its members live here: all that sit in it.',
    chosen: 'Its members were chosen from the council of the group for which they sit.',
    group: 'A group has so many members in it, at least.',
    cadres: "So many cadres of residents' committees and street officers sit in it, at most.",
  },
);

@ObjectType({
  implements: Node,
  description: 'A council in which residents deliberate and decide (rows C1, N1, N4, B4).',
})
@Allow(anyone)
export class Council extends Node {
  @Field(() => CouncilKindEnum, { description: 'What kind of council it is.' })
  kind!: CouncilKind;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => MomentScalar, { description: 'When it was founded.' })
  foundedAt!: Date;

  @Field(() => MomentScalar, { nullable: true, description: 'When it was dissolved, if it was.' })
  dissolvedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was dissolved.' })
  dissolveReason!: string | null;
}

export const CouncilConnection = connectionOf(Council);

@ObjectType({ description: 'The days for which a council was seated as a whole.' })
@Allow(withParent)
export class CouncilTerm {
  @Field(() => DayScalar, { description: 'The first day.' })
  validFrom!: Day;

  @Field(() => DayScalar, { description: 'The day after the last.' })
  validUntil!: Day;

  @Field(() => Int, {
    description: 'The full membership: its seats, those that fell vacant included.',
  })
  seats!: number;

  @Field(() => Int, { description: 'How many must be present: of 21, 17 by 4 of 5.' })
  membersToMeet!: number;

  @Field(() => Int, { description: 'How many must say yes: of 21, 11 by more than 1 of 2.' })
  votesToPass!: number;
}

@ObjectType({ description: 'A line of what a council must be made of, as it is today.' })
@Allow(withParent)
export class CompositionLine {
  @Field(() => CompositionPartEnum, { description: 'What it is about.' })
  part!: CompositionPart;

  @Field(() => Int, { description: 'How many there must be; of cadres: how many there may be.' })
  needed!: number;

  @Field(() => Int, { description: 'How many there are.' })
  found!: number;

  @Field(() => Boolean, { description: 'Whether it holds.' })
  holds!: boolean;
}
