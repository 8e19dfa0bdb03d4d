import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { Allow, withParent } from '../api/policy';
import { Entry } from './entry.graphql';

@ObjectType({
  description:
    'A part of a line: what one line of the other side took of it, or had brought for it.',
})
@Allow(withParent)
export class LinePart {
  @Field(() => String, { description: 'How much it is, in the asset of the line, as a decimal.' })
  amount!: string;

  @Field(() => Entry, {
    description: 'The entry of the other line; a `reversal` is one like any other.',
  })
  entry!: Entry;
}

export const LinePartConnection = connectionOf(LinePart);
