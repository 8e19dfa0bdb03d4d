import { Field, Int, ObjectType } from 'type-graphql';
import { MomentScalar } from '../api/day.graphql';
import { Allow, withParent } from '../api/policy';

@ObjectType({
  description:
    'A sealed stretch of one set of books. Its hash is over its entries and the block before, so ' +
    'that nobody changes the past unseen.',
})
@Allow(withParent)
export class Block {
  @Field(() => Int, { description: 'Its number, from 1 on without a gap.' })
  number!: number;

  @Field(() => String, { description: 'Its SHA-256, in hexadecimal.' })
  hash!: string;

  @Field(() => String, { description: 'The hash of the block before; of the first, zeros.' })
  previousHash!: string;

  @Field(() => Int, { description: 'How many entries it seals.' })
  entries!: number;

  @Field(() => MomentScalar, { description: 'When it was sealed.' })
  sealedAt!: Date;
}
