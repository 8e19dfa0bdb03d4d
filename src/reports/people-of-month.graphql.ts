import { Field, Int, ObjectType } from 'type-graphql';
import { enumType } from '../api/enum.graphql';
import { Allow, withParent } from '../api/policy';
import type { PriorityGroup } from '../society/resident-priority.entity';
import { PriorityGroupEnum } from '../society/society.enums';
import type { AgeBand } from './figures';
import { PeopleCount } from './monthly-report.graphql';

export const AgeBandEnum = enumType<AgeBand>(
  'AgeBand',
  'Ages in whole years on the day of what was done, or at the end of the month.',
  {
    under_18: '0 to 17 years.',
    from_18: '18 to 34 years: of working age, as all until 59.',
    from_35: '35 to 49 years.',
    from_50: '50 to 59 years.',
    from_60: '60 to 69 years.',
    from_70: '70 years and more.',
    unknown: 'Residents whose day of birth is not in the register.',
  },
);

@ObjectType({
  description:
    'Households of a priority group. A household may belong to several: the groups add up to ' +
    'more than all.',
})
@Allow(withParent)
export class HouseholdsOfGroup {
  @Field(() => PriorityGroupEnum, {
    nullable: true,
    description:
      'The group to which somebody of the household belonged when it was served; null: to none.',
  })
  group!: PriorityGroup | null;

  @Field(() => PeopleCount, { description: 'How many of them were served.' })
  households!: PeopleCount;
}

@ObjectType({ description: 'Households that took goods home in a month, each counted once.' })
@Allow(withParent)
export class HouseholdsOfMonth {
  @Field(() => PeopleCount, { description: 'All of them.' })
  all!: PeopleCount;

  @Field(() => [HouseholdsOfGroup], { description: 'By priority group, and those of none.' })
  byGroup!: HouseholdsOfGroup[];
}

@ObjectType({ description: 'Residents of an age who took part in a month, each counted once.' })
@Allow(withParent)
export class BandOfMonth {
  @Field(() => AgeBandEnum, { nullable: true, description: 'Their age; null: of all ages.' })
  band!: AgeBand | null;

  @Field(() => PeopleCount, {
    description:
      'How many of that age lived here at the end of the month, or by now: what those who took ' +
      'part are compared with.',
  })
  residents!: PeopleCount;

  @Field(() => PeopleCount, { description: 'How many took part in any of the ways below.' })
  any!: PeopleCount;

  @Field(() => PeopleCount, { description: 'Those who served others, confirmed.' })
  served!: PeopleCount;

  @Field(() => PeopleCount, { description: 'Those who earned credits by attending a course.' })
  attended!: PeopleCount;

  @Field(() => PeopleCount, { description: 'Those who gave goods and were thanked with credits.' })
  gave!: PeopleCount;

  @Field(() => PeopleCount, { description: 'Those who exchanged credits for goods.' })
  exchanged!: PeopleCount;

  @Field(() => Int, {
    nullable: true,
    description:
      'Those who took part ÷ those who live here, in hundredths of a percent, as both are shown; ' +
      'null where one is not.',
  })
  shareBasisPoints!: number | null;
}

@ObjectType({
  description:
    'Who took part in a month, by age: whether it reaches more than pupils and pensioners.',
})
@Allow(withParent)
export class Participation {
  @Field(() => [BandOfMonth], { description: 'By age, the youngest first.' })
  bands!: BandOfMonth[];

  @Field(() => BandOfMonth, { description: 'Residents of all ages.' })
  all!: BandOfMonth;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of all who took part, those of 18 to 59 years, in hundredths of a percent, as both are ' +
      'shown; null where one is not, or nobody took part.',
  })
  workingAgeShareBasisPoints!: number | null;
}

@ObjectType({ description: 'People of several months, each counted once.' })
@Allow(withParent)
export class DistinctPeople {
  @Field(() => PeopleCount, { description: 'Households that took goods home.' })
  households!: PeopleCount;

  @Field(() => PeopleCount, {
    nullable: true,
    description: 'Residents who took part in any way; null for a store.',
  })
  residents!: PeopleCount | null;
}
