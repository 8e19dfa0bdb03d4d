import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Node } from '../api/node.graphql';
import { Allow, policy } from '../api/policy';
import type { Day } from '../kernel/calendar';
import type { SeatEnd, Vacancy } from './council-seat.entity';

const VACANCY: Readonly<Record<Vacancy, string>> = {
  moved_away: 'The member lives elsewhere now.',
  resigned: 'The member gave it up.',
  recalled: 'Those who had elected the member took it back.',
  died: 'The member has died.',
};

export const VacancyEnum = enumType<Vacancy>(
  'Vacancy',
  'Why a seat falls vacant before its term is over.',
  VACANCY,
);

export const SeatEndEnum = enumType<SeatEnd>('SeatEnd', 'Why a seat ended before its term did.', {
  ...VACANCY,
  dissolved: 'The council was dissolved.',
});

/**
 * A seat in a council is an office: whom to turn to, and who decided, is everybody's business, by
 * the full name, while it is held and afterwards. Where its holder lives, and anything else about
 * the resident, has policies of its own.
 */
export const publicOffice = policy(
  'Anyone: who sits in a council holds a public office, by the full name.',
  () => true,
);

@ObjectType({
  implements: Node,
  description: 'A seat in a council, as one member holds it for a term or the rest of one.',
})
@Allow(publicOffice)
export class CouncilSeat extends Node {
  @Field(() => Int, { description: 'Which seat of the term, from 1; a substitute has the same.' })
  number!: number;

  @Field(() => DayScalar, { description: 'The first day it is held.' })
  validFrom!: Day;

  @Field(() => DayScalar, {
    description: 'The first day it is held no longer; its first day where it was never held.',
  })
  validUntil!: Day;

  @Field(() => SeatEndEnum, {
    nullable: true,
    description: 'Why it ends before its term does; null where it does not.',
  })
  endedBecause!: SeatEnd | null;
}

export const CouncilSeatConnection = connectionOf(CouncilSeat);
