import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A lot that pieces come from, although another expires before it.' })
export class FromLotInput {
  @Field(() => ID, { description: 'The lot: of this product, in this store, and still good.' })
  lotId!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; it stays with the exchange.' })
  reason!: string;
}

@InputType({ description: 'A product and how many pieces of it.' })
export class ExchangeLineInput {
  @Field(() => ID, { description: 'The product.' })
  productId!: string;

  @Field(() => Int, { description: 'Pieces, 1 to 1,000.' })
  quantity!: number;

  @Field(() => FromLotInput, {
    nullable: true,
    description: 'The lot that they come from; left out: the first to expire.',
  })
  fromLot?: FromLotInput | null;
}
