import { Field, ObjectType } from 'type-graphql';
import { Money } from '../api/money.graphql';
import { Allow, withParent } from '../api/policy';

@ObjectType({ description: 'What a page for givers has to know before anything is given.' })
@Allow(withParent)
export class Giving {
  @Field(() => Boolean, { description: 'Whether gifts on the web are taken.' })
  isOpen!: boolean;

  @Field(() => Boolean, { description: 'True in the demonstration: no money moves.' })
  isDemo!: boolean;

  @Field(() => [Money], { description: 'The least gift in each currency that is taken.' })
  least!: Money[];
}
