import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { DayScalar } from '../api/day.graphql';
import { enumType } from '../api/enum.graphql';
import { Allow, withParent } from '../api/policy';
import type { Day } from '../kernel/calendar';
import type { DisclosureKind } from './disclosure-due.reader';

export const DisclosureKindEnum = enumType<DisclosureKind>(
  'DisclosureKind',
  'What is to be told of a grant.',
  {
    periodic: 'How it goes: of what runs longer than six months, every three months.',
    final: 'Its final account: within three months after it ended.',
  },
);

@ObjectType({
  description:
    'Something that a grantee owes the public: that a milestone was reached or money was spent has ' +
    'to be shown every three months, and all of it within three months after the end.',
})
@Allow(withParent)
export class DisclosureDue {
  @Field(() => DisclosureKindEnum, { description: 'What is to be told.' })
  kind!: DisclosureKind;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'When it last showed something: a milestone or spending; null: never.',
  })
  lastToldOn!: Day | null;

  @Field(() => DayScalar, { description: 'By which day it has to.' })
  dueOn!: Day;

  @Field(() => Boolean, { description: 'Whether that day is over.' })
  overdue!: boolean;
}

export const DisclosureDueConnection = connectionOf(DisclosureDue);
