import { Field, Int, ObjectType } from 'type-graphql';
import { Allow, withParent } from '../api/policy';
import type { AgeBand } from '../reports/figures';
import { PeopleCount } from '../reports/monthly-report.graphql';
import { AgeBandEnum } from '../reports/people-of-month.graphql';

@ObjectType({ description: 'Residents of an age who came to meetings, each counted once.' })
@Allow(withParent)
export class MeetingBand {
  @Field(() => AgeBandEnum, { description: 'Their age on the day of the meeting.' })
  band!: AgeBand;

  @Field(() => PeopleCount, { description: 'How many of them came.' })
  people!: PeopleCount;

  @Field(() => PeopleCount, {
    nullable: true,
    description:
      'How many of that age lived there in the last month of which it is known; null of one ' +
      'meeting.',
  })
  residents!: PeopleCount | null;
}

@ObjectType({
  description:
    'Who came to a meeting, or to the meetings of a year, by age: whether they reach more than ' +
    'pupils and pensioners.',
})
@Allow(withParent)
export class MeetingParticipation {
  @Field(() => [MeetingBand], { description: 'By age, the youngest first.' })
  bands!: MeetingBand[];

  @Field(() => PeopleCount, { description: 'Residents of all ages.' })
  all!: PeopleCount;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of all who came, those of 18 to 59 years, in hundredths of a percent, as both are shown; ' +
      'null where one is not, or nobody came.',
  })
  workingAgeShareBasisPoints!: number | null;
}
