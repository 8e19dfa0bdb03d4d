import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar, MomentScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone, withParent } from '../api/policy';
import type { Day } from '../kernel/calendar';

@ObjectType({
  implements: Node,
  description:
    'The body that stands for a courtyard for a time (row C4): an organisation or council.',
})
@Allow(anyone)
export class CourtyardBody extends Node {
  @Field(() => DayScalar, { description: 'The first day on which it stands for it.' })
  validFrom!: Day;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The first day on which it does no longer; null while that is open.',
  })
  validUntil!: Day | null;
}

export const CourtyardBodyConnection = connectionOf(CourtyardBody);

@ObjectType({
  implements: Node,
  description:
    'A version of a covenant (居民公约, rows C4 and B6), as a resolution adopted it; versions are ' +
    'never changed.',
})
@Allow(anyone)
export class Covenant extends Node {
  @Field(() => Int, { description: 'Its place among the versions, from 1.' })
  number!: number;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'Its whole text.' })
  text!: string;

  @Field(() => DayScalar, { description: 'The first day on which it holds.' })
  validFrom!: Day;

  @Field(() => MomentScalar, { description: 'When the resolution was executed.' })
  adoptedAt!: Date;
}

export const CovenantConnection = connectionOf(Covenant);

@ObjectType({
  description:
    'Three haves and one openness of a courtyard (三有一公开, row C4): each is drawn from what is ' +
    'recorded, and nobody ticks it.',
})
@Allow(withParent)
export class CourtyardAutonomy {
  @Field(() => Boolean, { description: 'Whether a body stands for it today.' })
  hasOrganisation!: boolean;

  @Field(() => DayScalar, { nullable: true, description: 'Since when that body does.' })
  organisationSince!: Day | null;

  @Field(() => Boolean, { description: 'Whether it has a covenant that holds today.' })
  hasCovenant!: boolean;

  @Field(() => DayScalar, { nullable: true, description: 'Since when that version holds.' })
  covenantSince!: Day | null;

  @Field(() => Boolean, { description: 'Whether an activity was held in the last 12 months.' })
  hasActivities!: boolean;

  @Field(() => DayScalar, { nullable: true, description: 'When one was held last.' })
  lastActivityOn!: Day | null;

  @Field(() => Boolean, {
    description:
      'Whether its affairs and finances are public: something was told in the last 12 months, what ' +
      'came of each activity within 30 days, and what became of grants within 90.',
  })
  isOpen!: boolean;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'When it was told last what came of an activity or what money was spent on.',
  })
  lastPublishedOn!: Day | null;

  @Field(() => Boolean, { description: 'Whether all four hold.' })
  holds!: boolean;
}
