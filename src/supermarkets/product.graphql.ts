import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';

@ObjectType({
  implements: Node,
  description: "Welfare goods that a community's stores give by the piece (福利物品).",
})
@Allow(anyone)
export class Product extends Node {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its bar code, EAN-13 or EAN-8, if any.' })
  ean!: string | null;

  @Field(() => String, { description: 'What a piece is: `bag of 5 kg`.' })
  unit!: string;
}

export const ProductConnection = connectionOf(Product);

@InputType({ description: 'A product to offer.' })
export class AddProductInput {
  @Field(() => ID, { description: 'The Place whose stores shall offer it.' })
  communityId!: string;

  @Field(() => String, { description: 'Its name, 1 to 100 characters.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its bar code, EAN-13 or EAN-8 with the right check digit, once in a community.',
  })
  ean?: string | null;

  @Field(() => String, { description: 'What a piece is, 1 to 20 characters.' })
  unit!: string;

  @Field(() => Int, { description: 'What a piece costs, 1 to 10,000 whole credits.' })
  price!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the class of goods it belongs to; left out: as much as one can pay.',
  })
  allowanceClass?: string | null;
}

@ObjectType({ description: 'The product that was added.' })
export class AddProductPayload extends Payload {
  @Field(() => Product, { nullable: true, description: 'The product; null if refused.' })
  product?: Product;
}

@InputType({ description: 'A price from a moment on.' })
export class SetPriceInput {
  @Field(() => ID, { description: 'The product.' })
  productId!: string;

  @Field(() => Int, { description: 'What a piece costs, 1 to 10,000 whole credits.' })
  price!: number;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'From when on, never before now; now if left out.',
  })
  from?: Date | null;
}

@ObjectType({ description: 'The product whose price was set.' })
export class SetPricePayload extends Payload {
  @Field(() => Product, { nullable: true, description: 'The product; null if refused.' })
  product?: Product;
}
