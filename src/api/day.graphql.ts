import { GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InputType, ObjectType } from 'type-graphql';
import { readDay, type Day } from '../kernel/calendar';
import { Allow, withParent } from './policy';

const parse = (value: unknown): Day => {
  if (typeof value !== 'string') throw new TypeError('A Date is a string such as "2026-11-22"');
  try {
    return readDay(value, []);
  } catch {
    throw new TypeError(`"${value.slice(0, 20)}" is not a day of the calendar`);
  }
};

/** A day in the community's time zone. */
export const DayScalar = new GraphQLScalarType<Day, string>({
  name: 'Date',
  description: "A day of the calendar in the community's time zone: `2026-11-22`.",
  serialize: (value) => String(value),
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
});

/** A moment, ISO 8601 with offset. */
export const MomentScalar = GraphQLDateTime;

@ObjectType({ description: 'A half-open period of days: `from` is in it, `until` is not.' })
@Allow(withParent)
export class Period {
  @Field(() => DayScalar, { description: 'Its first day.' })
  from!: Day;

  @Field(() => DayScalar, { description: 'The day after its last.' })
  until!: Day;
}

@InputType({ description: 'A half-open period of days: `from` is in it, `until` is not.' })
export class PeriodInput {
  @Field(() => DayScalar, { description: 'Its first day.' })
  from!: Day;

  @Field(() => DayScalar, { description: 'The day after its last.' })
  until!: Day;
}
